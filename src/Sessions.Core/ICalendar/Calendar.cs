using System.Buffers;

namespace Sessions.ICalendar;

/// <summary>A VCALENDAR: one iTIP message, or a feed.</summary>
public sealed record Calendar
{
    public required Method Method { get; init; }

    public required IReadOnlyList<Event> Events { get; init; }

    /// <summary>Shown by calendars that subscribe (NAME of RFC 7986 5.1, and X-WR-CALNAME, which more clients read).</summary>
    public string? Name { get; init; }

    public string ProductId { get; init; } = "-//Sessions//Sessions//EN";

    /// <summary>UTF-8 text, ready to be served or attached.</summary>
    /// <exception cref="ArgumentException">A message lacks organizer or attendee, or a feed has an attendee (RFC 5546 3.2).</exception>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>(1024 + Events.Count * 512);
        WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    /// <inheritdoc cref="ToBytes" />
    public void WriteTo(IBufferWriter<byte> output) => CalendarWriter.Write(this, output);
}

/// <summary>RFC 5546 1.4.</summary>
public enum Method
{
    Publish,
    Request,
    Cancel,
}
