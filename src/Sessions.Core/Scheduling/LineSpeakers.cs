namespace Sessions.Scheduling;

/// <summary>
/// The end of a line: title and speakers. With tab, semicolon or | the first cell is the title and the others are speakers.
/// With commas the title may hold some itself, so the end is read backwards:
/// (1) a quoted first cell is the title, whole, and what follows are speakers;
/// (2) else speakers start at the first cell with an address, and at names directly before it;
/// (3) else a last cell with a semicolon holds the speakers;
/// (4) else the last cells that look like names (two to four capitalised words) are speakers, and a note says so.
/// A cell before the speakers always stays the title in (3) and (4).
/// </summary>
internal static class LineSpeakers
{
    private static readonly string[] Unknown = ["TBC", "TBA", "TBD", "to be confirmed", "to be announced", "?", "-", "–"];

    public static (string? Title, IReadOnlyList<LineSpeaker> Speakers) Read(IReadOnlyList<LineCell> cells, char separator, List<LineNote> notes)
    {
        var (start, byLook) = separator == ',' ? StartAmongCommas(cells) : (cells.Count > 0 && HasAddress(cells[0].Text) ? 0 : 1, false);
        var title = string.Join(", ", cells.Take(start).Where(c => c.Text.Length > 0).Select(c => c.Text)).Replace('\n', ' ');
        var speakers = new List<LineSpeaker>();
        foreach (var piece in cells.Skip(start).SelectMany(c => WrittenSpeaker.Pieces(c.Text)).Where(Known))
        {
            var speaker = WrittenSpeaker.Read(piece, notes);
            if (speaker is not null && !speakers.Any(s => Same(s, speaker))) speakers.Add(speaker);
        }
        if (byLook && speakers.Count > 0) notes.Add(new(LineNoteKind.NamesByLook, string.Join(", ", speakers.Select(s => s.Name))));
        return (Known(title) ? title : null, speakers);
    }

    private static (int Start, bool ByLook) StartAmongCommas(IReadOnlyList<LineCell> cells)
    {
        if (cells.Count > 0 && cells[0].Quoted) return (1, false);
        for (var first = 0; first < cells.Count; first++)
            if (HasAddress(cells[first].Text)) return (BackOverNames(cells, first), false);
        if (cells.Count > 1 && cells[^1].Text.Contains(';', StringComparison.Ordinal)) return (cells.Count - 1, false);
        var start = BackOverNames(cells, cells.Count);
        return (start, start < cells.Count);
    }

    private static int BackOverNames(IReadOnlyList<LineCell> cells, int end)
    {
        while (end > 1 && (WrittenSpeaker.LooksLikeName(cells[end - 1].Text) || !Known(cells[end - 1].Text))) end--;
        return end;
    }

    private static bool HasAddress(string text) => text.Contains('@', StringComparison.Ordinal) && WrittenSpeaker.Read(text, []) is { Address: not null };

    private static bool Known(string text) => text.Length > 0 && !Unknown.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool Same(LineSpeaker a, LineSpeaker b) => a.Address is null || b.Address is null
        ? a.Address is null && b.Address is null && string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)
        : string.Equals(a.Address, b.Address, StringComparison.OrdinalIgnoreCase);
}
