using System.Text;

namespace Sessions.Scheduling;

/// <summary>A cell of a line, trimmed and without its quotes.</summary>
internal sealed record LineCell(string Text, bool Quoted);

/// <summary>Cuts pasted text into lines and lines into cells: CSV quoting (RFC 4180), also for tab, semicolon and |.</summary>
internal static class LineCells
{
    private const int LongestQuoteInLines = 20;

    /// <summary>Lines with their number. A quoted cell may hold line ends, but never swallows a line that starts with a date.</summary>
    public static IEnumerable<(int Number, string Raw)> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var number = i + 1;
            var raw = lines[i];
            for (var more = 1; EndsInQuote(raw) && more <= LongestQuoteInLines; more++)
            {
                if (i + more >= lines.Length || WrittenDate.Read(lines[i + more].TrimStart('"', ' ')) is not null) break;
                var longer = raw + "\n" + lines[i + more];
                if (longer.Length > SessionLines.MaxLength) break;
                raw = longer;
            }
            // An opening quote without its end is a character like any other.
            if (EndsInQuote(raw)) raw = lines[i];
            i += raw.Count(c => c == '\n');
            if (!string.IsNullOrWhiteSpace(raw)) yield return (number, raw);
        }
    }

    public static List<LineCell> Split(string line, char separator)
    {
        var cells = new List<LineCell>();
        for (var at = 0; at <= line.Length;)
        {
            var (cell, next) = Next(line, at, separator);
            cells.Add(cell);
            at = next + 1;
        }
        return cells;
    }

    /// <summary>Where the first of <paramref name="marks"/> stands outside quotes, or -1. A quote that never closes hides nothing.</summary>
    public static int IndexOf(string line, string marks, int from = 0)
    {
        var quoted = false;
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (!quoted && marks.Contains(line[at], StringComparison.Ordinal)) return at;
        }
        return quoted ? line.AsSpan(from).IndexOfAny(marks) is var plain and >= 0 ? from + plain : -1 : -1;
    }

    private static (LineCell Cell, int Next) Next(string line, int from, char separator)
    {
        var at = from;
        while (at < line.Length && line[at] == ' ') at++;
        if (at < line.Length && line[at] == '"' && Closing(line, at) is var close and > 0)
        {
            var after = line.IndexOf(separator, close);
            if (after < 0) after = line.Length;
            var tail = line[(close + 1)..after];
            var inner = line[(at + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal);
            // "Ann Example" <ann@example.org> is a quoted name, not a quoted cell.
            return string.IsNullOrWhiteSpace(tail)
                ? (new(Tidy(inner), true), after)
                : (new(Tidy(line[at..after]), false), after);
        }
        var end = line.IndexOf(separator, from);
        if (end < 0) end = line.Length;
        return (new(Tidy(line[from..end]), false), end);
    }

    private static int Closing(string line, int open)
    {
        for (var at = open + 1; at < line.Length; at++)
        {
            if (line[at] != '"') continue;
            if (at + 1 < line.Length && line[at + 1] == '"') at++;
            else return at;
        }
        return -1;
    }

    private static bool EndsInQuote(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var opens = line[at] == '"' && (at == 0 || line[at - 1] is '\t' or ',' or ';' or '|' || (line[at - 1] == ' ' && at > 1 && line[at - 2] is ',' or ';' or '|'));
            if (!opens) continue;
            at = Closing(line, at);
            if (at < 0) return true;
        }
        return false;
    }

    /// <summary>One space for any run of white space, none at the ends, no control characters but line ends.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || (!char.IsWhiteSpace(c) && !char.IsControl(c))) tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
        }
        return tidy.ToString().Trim();
    }
}
