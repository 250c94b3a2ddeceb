using System.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace Sessions.ICalendar;

/// <summary>STANDARD or DAYLIGHT (RFC 5545 3.6.5).</summary>
/// <param name="Start">In local time of <paramref name="From" />.</param>
/// <param name="Rule">Null where the offset never changes.</param>
public sealed record Observance(LocalDateTime Start, Offset From, Offset To, string Name, RecurrenceRule? Rule)
{
    public bool IsDaylight => To > From;

    internal static Observance Fixed(ZoneInterval interval) =>
        new(new LocalDateTime(1970, 1, 1, 0, 0), interval.WallOffset, interval.WallOffset, interval.Name, null);

    internal static Observance Yearly(LocalDateTime start, TransitionKind kind, int month, WeekdayNum day) =>
        new(start, kind.From, kind.To, kind.Name, new RecurrenceRule { Frequency = Frequency.Yearly, ByMonth = [month], ByDay = [day] });

    internal void WriteTo(ContentLineWriter writer)
    {
        var component = IsDaylight ? "DAYLIGHT"u8 : "STANDARD"u8;
        writer.Begin(component);
        writer.Name("DTSTART"u8);
        writer.Value(Start);
        writer.Property("TZOFFSETFROM"u8, UtcOffset(From));
        writer.Property("TZOFFSETTO"u8, UtcOffset(To));
        writer.Text("TZNAME"u8, Name);
        if (Rule is not null)
            writer.Property("RRULE"u8, Encoding.UTF8.GetBytes(Rule.ToString()));
        writer.End(component);
    }

    /// <summary>RFC 5545 3.3.14; seconds only where there are some.</summary>
    private static byte[] UtcOffset(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var text = $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}";
        return Encoding.UTF8.GetBytes(seconds % 60 == 0 ? text : $"{text}{seconds % 60:00}");
    }
}
