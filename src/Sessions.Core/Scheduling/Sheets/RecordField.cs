namespace Sessions.Scheduling.Sheets;

/// <summary>The columns of a table and the members of JSON, in the order of writing.</summary>
internal enum RecordField
{
    Number,
    Title,
    Kind,
    Date,
    LastDate,
    Start,
    Minutes,
    Zone,
    Announcement,
    Speakers,
    Address,
    Stream,
    Recording,
    WriteUp,
    Cancelled,
    Because,
}

/// <summary>How fields are called.</summary>
internal static class RecordFields
{
    public static IReadOnlyList<RecordField> All { get; } = Enum.GetValues<RecordField>();

    /// <summary>What others call them, in small letters and digits alone.</summary>
    private static readonly Dictionary<string, RecordField> Names = new[]
    {
        (RecordField.Number, "number no nr session sessionnumber"),
        (RecordField.Title, "title topic name subject summary"),
        (RecordField.Kind, "kind type"),
        (RecordField.Date, "date day firstday firstdate startdate when"),
        (RecordField.LastDate, "lastdate lastday enddate until"),
        (RecordField.Start, "start time hour starttime startlocal"),
        (RecordField.Minutes, "minutes length duration durationminutes lengthminutes"),
        (RecordField.Zone, "zone timezone tz"),
        (RecordField.Announcement, "announcement description abstract text"),
        (RecordField.Speakers, "speakers speaker guests presenters"),
        (RecordField.Address, "address place location venue"),
        (RecordField.Stream, "stream streamlink"),
        (RecordField.Recording, "recording recordinglink recordingurl video"),
        (RecordField.WriteUp, "writeup writeuplink writeupurl recap"),
        (RecordField.Cancelled, "cancelled canceled status"),
        (RecordField.Because, "because reason cancelledbecause"),
    }.SelectMany(f => f.Item2.Split(' ').Select(name => KeyValuePair.Create(name, f.Item1))).ToDictionary();

    public static string Heading(RecordField field) => field switch
    {
        RecordField.LastDate => "Last date",
        RecordField.WriteUp => "Write-up",
        _ => $"{field}",
    };

    /// <summary>The member in JSON.</summary>
    public static string Member(RecordField field) => char.ToLowerInvariant($"{field}"[0]) + $"{field}"[1..];

    public static RecordField? Find(string text) =>
        Names.TryGetValue(string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant(), out var field) ? field : null;
}
