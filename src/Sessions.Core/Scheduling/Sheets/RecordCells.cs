using System.Globalization;

namespace Sessions.Scheduling.Sheets;

/// <summary>A record as the texts of its fields; what is not there has none.</summary>
internal static class RecordCells
{
    public static IReadOnlyDictionary<RecordField, string> Of(SessionRecord record)
    {
        var cells = new Dictionary<RecordField, string>();
        foreach (var field in RecordFields.All)
            if (Of(record, field) is { Length: > 0 } text) cells[field] = text;
        return cells;
    }

    private static string? Of(SessionRecord record, RecordField field) => field switch
    {
        RecordField.Number => record.Number?.ToString(CultureInfo.InvariantCulture),
        RecordField.Title => record.Title,
        RecordField.Kind => record.Kind == SessionKind.Session ? null : Kind(record.Kind),
        RecordField.Date => WrittenWhen.Date(record.When),
        RecordField.LastDate => WrittenWhen.LastDate(record.When),
        RecordField.Start => WrittenWhen.Start(record.When),
        RecordField.Minutes => record.Minutes?.ToString(CultureInfo.InvariantCulture),
        RecordField.Zone => record.When.Zone,
        RecordField.Announcement => record.Announcement,
        RecordField.Speakers => SpeakerCell.Write(record.Speakers),
        RecordField.Address => record.Venue.Address,
        RecordField.Stream => record.Venue.StreamLink,
        RecordField.Recording => record.Recording,
        RecordField.WriteUp => record.WriteUp,
        RecordField.Cancelled => record.IsCancelled ? "yes" : null,
        RecordField.Because => record.CancelledBecause,
        _ => null,
    };

    internal static string Kind(SessionKind kind) => char.ToLowerInvariant($"{kind}"[0]) + $"{kind}"[1..];
}
