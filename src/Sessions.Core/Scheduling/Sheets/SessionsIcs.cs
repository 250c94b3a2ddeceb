using System.Globalization;
using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Scheduling.Sheets;

/// <summary>Sessions from a calendar file. What iCalendar has no word for stands in properties of our own, which other programs pass over.</summary>
internal static class SessionsIcs
{
    public const string Zone = "X-SESSIONS-ZONE", Number = "X-SESSIONS-NUMBER", Kind = "X-SESSIONS-KIND", Speakers = "X-SESSIONS-SPEAKERS", Stream = "X-SESSIONS-STREAM";
    public const string Recording = "X-SESSIONS-RECORDING", WriteUp = "X-SESSIONS-WRITE-UP", Because = "X-SESSIONS-BECAUSE", Untitled = "X-SESSIONS-UNTITLED";

    private static readonly (RecordField, string)[] Named =
    [
        (RecordField.Title, "SUMMARY"), (RecordField.Announcement, "DESCRIPTION"), (RecordField.Address, "LOCATION"), (RecordField.Cancelled, "STATUS"),
        (RecordField.Number, Number), (RecordField.Kind, Kind), (RecordField.Speakers, Speakers), (RecordField.Stream, Stream),
        (RecordField.Recording, Recording), (RecordField.WriteUp, WriteUp), (RecordField.Because, Because),
    ];

    public static Answer<ReadSheet, SheetFault> Read(string text, SheetDefaults defaults)
    {
        var read = CalendarReader.Read(text);
        var rows = new List<ReadRow>(read.Faults.Where(f => f.Kind is CalendarFaultKind.LineUnreadable or CalendarFaultKind.TooDeep).Select(f => new ReadRow(f.Line, RowFaultKind.Unreadable)));
        var floating = SessionClock.Zone(defaults.Zone);
        foreach (var calendar in read.Components.Where(c => c.Name == "VCALENDAR"))
        {
            var zones = new CalendarZones(calendar, floating);
            foreach (var occurrence in CalendarEvents.Of(calendar, floating, new(defaults.Endless)))
            {
                rows.Add(Row(occurrence, zones, defaults));
                if (rows.Count > SheetReader.MostRows) return SheetFault.TooManyRows;
            }
        }
        return new ReadSheet(SheetFormat.Ics, [.. rows.OrderBy(r => r.Line)], []);
    }

    public static IReadOnlyList<(string Name, string Value)> Extensions(SessionRecord record)
    {
        var extensions = new List<(string, string)>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) extensions.Add((name, value));
        }
        Add(Untitled, record.Title is null ? "TRUE" : null);
        Add(Number, record.Number?.ToString(CultureInfo.InvariantCulture));
        Add(Kind, record.Kind == SessionKind.Session ? null : RecordCells.Kind(record.Kind));
        Add(Zone, record.When.Zone);
        Add(Speakers, SpeakerCell.Write(record.Speakers));
        Add(Stream, record.Venue.StreamLink);
        Add(Recording, record.Recording);
        Add(WriteUp, record.WriteUp);
        Add(Because, record.CancelledBecause);
        return extensions;
    }

    private static ReadRow Row(ReadEvent occurrence, CalendarZones zones, SheetDefaults defaults)
    {
        var (item, line) = (occurrence.Source, occurrence.Source.Line);
        if (occurrence.Fault is { } fault) return new(line, Fault(fault), occurrence.Text);
        var cells = new Dictionary<RecordField, string>();
        foreach (var (field, name) in Named)
            if (item.Property(name)?.Text.Trim() is { Length: > 0 } text) cells[field] = text;
        if (item.Property(Untitled) is not null) cells.Remove(RecordField.Title);
        if (!occurrence.IsCancelled) cells.Remove(RecordField.Cancelled);
        // Whoever wrote a link there meant it for those who come: private until the host says otherwise.
        var room = cells.TryGetValue(RecordField.Address, out var place) && SeriesRules.IsLink(place) ? place : null;
        if (room is not null) cells.Remove(RecordField.Address);
        var row = WrittenRecord.Read(line, cells, When(occurrence.Time!, item.Property(Zone)?.Text, zones, defaults));
        return row.Record is { } record ? row with { Record = record with { Venue = record.Venue with { RoomLink = room } } } : row;
    }

    private static SessionTime When(EventTime time, string? named, CalendarZones zones, SheetDefaults defaults)
    {
        var own = CalendarZones.Named(named);
        if (time is EventTime.WholeDays days) return SessionTime.Days(days.First, days.Last, own?.Id ?? defaults.Zone);
        var (from, to) = (((EventTime.Exact)time).Start, ((EventTime.Exact)time).End);
        // A time in UTC says nothing of where people meet, nor does a zone without a name.
        var zone = own ?? (from.Zone == DateTimeZone.Utc || from.Zone is DescribedZone ? zones.Floating : from.Zone);
        var local = from.WithZone(zone).LocalDateTime;
        // The later of a doubled hour has no local time of its own.
        if (local.ToInstant(zone) != from.ToInstant()) (zone, local) = (DateTimeZone.Utc, from.WithZone(DateTimeZone.Utc).LocalDateTime);
        var minutes = (int)(to - from).TotalMinutes;
        return SessionTime.Exact(local, zone.Id, minutes == 0 ? defaults.Minutes : minutes);
    }

    private static RowFaultKind Fault(EventFault fault) => fault switch
    {
        EventFault.StartMissing => RowFaultKind.StartMissing,
        EventFault.StartUnreadable => RowFaultKind.DateUnreadable,
        EventFault.ZoneUnknown => RowFaultKind.ZoneUnknown,
        EventFault.EndUnreadable => RowFaultKind.LastDateUnreadable,
        EventFault.EndBeforeStart => RowFaultKind.EndBeforeStart,
        EventFault.TooLong => RowFaultKind.MinutesOutOfRange,
        EventFault.TooMuch => RowFaultKind.TooMuch,
        _ => RowFaultKind.RuleUnreadable,
    };
}
