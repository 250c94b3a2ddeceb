using System.Text;

namespace Sessions.Scheduling.Sheets;

/// <summary>Speakers in one cell: with semicolons between, each "Name &lt;address&gt;", a name or an address. A name in quotes is taken as it is.</summary>
internal static class SpeakerCell
{
    public static string Write(IEnumerable<LineSpeaker> speakers) => string.Join("; ", speakers.Select(Write));

    /// <summary>Null where one can't be read, which is named then.</summary>
    public static IReadOnlyList<LineSpeaker>? Read(string cell, out string unread)
    {
        var speakers = new List<LineSpeaker>();
        foreach (var piece in Pieces(cell))
        {
            unread = piece;
            if (piece[0] != '"')
            {
                var notes = new List<LineNote>();
                speakers.AddRange(WrittenSpeaker.Pieces(piece).Select(one => WrittenSpeaker.Read(one, notes)).OfType<LineSpeaker>());
                if (notes.Count > 0) return null;
            }
            else if (Quoted(piece) is { } speaker) speakers.Add(speaker);
            else return null;
        }
        unread = "";
        return speakers;
    }

    /// <summary>Quoted where it would be read as something else.</summary>
    private static string Write(LineSpeaker speaker)
    {
        if (speaker.Name is null) return speaker.Address ?? "";
        var address = speaker.Address is null ? "" : $"<{speaker.Address}>";
        var plain = $"{speaker.Name} {address}".Trim();
        return Read(plain, out _) is [var same] && same == speaker ? plain
            : $"\"{speaker.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {address}".Trim();
    }

    private static LineSpeaker? Quoted(string piece)
    {
        var (name, at) = (new StringBuilder(), 1);
        for (; at < piece.Length && (piece[at] != '"' || (at + 1 < piece.Length && piece[at + 1] == '"')); at++)
        {
            name.Append(piece[at]);
            if (piece[at] == '"') at++;
        }
        if (at >= piece.Length) return null;
        var rest = piece[(at + 1)..].Trim();
        if (rest.Length > 0 && rest is not ['<', .., '>']) return null;
        return new(TypedText.Line(name.ToString()), rest.Length > 0 ? rest[1..^1].Trim() : null);
    }

    private static IEnumerable<string> Pieces(string cell)
    {
        var (from, quoted) = (0, false);
        for (var at = 0; at <= cell.Length; at++)
        {
            if (at < cell.Length && cell[at] == '"') quoted = !quoted;
            if (at < cell.Length && (quoted || cell[at] is not (';' or '\n'))) continue;
            var piece = cell[from..at].Trim();
            from = at + 1;
            if (piece.Length > 0) yield return piece;
        }
    }
}
