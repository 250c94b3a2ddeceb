namespace Sessions.Scheduling.Sheets;

/// <summary>Reads sessions from a file of any of the formats, told by its content first and its name second. Bounded, and throws at nothing.</summary>
public static class SheetReader
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int MostRows = 2000;

    /// <param name="name">Of the file; null is pasted text.</param>
    public static Answer<ReadSheet, SheetFault> Read(ReadOnlySpan<byte> content, string? name, SheetDefaults defaults)
    {
        if (content.Length > MostBytes) return SheetFault.TooLarge;
        return SheetText.Of(content) is { } text ? Read(text, name, defaults) : SheetFault.NotText;
    }

    private static Answer<ReadSheet, SheetFault> Read(string text, string? name, SheetDefaults defaults)
    {
        if (string.IsNullOrWhiteSpace(text)) return SheetFault.NothingInIt;
        var read = Format(text, name) switch
        {
            SheetFormat.Ics => SessionsIcs.Read(text, defaults),
            SheetFormat.Json => SessionsJson.Read(text, defaults),
            _ => SessionsCsv.Read(text, defaults),
        };
        return read switch
        {
            { No: not null } => read,
            { Value.Rows.Count: 0 } => SheetFault.NothingInIt,
            { Value.Rows.Count: > MostRows } => SheetFault.TooManyRows,
            _ => read,
        };
    }

    private static SheetFormat Format(string text, string? name)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase)) return SheetFormat.Ics;
        if (start[0] is '{' or '[') return SheetFormat.Json;
        return Path.GetExtension(name)?.ToUpperInvariant() switch
        {
            ".ICS" => SheetFormat.Ics,
            ".JSON" => SheetFormat.Json,
            _ => SheetFormat.Csv,
        };
    }
}
