using System.Buffers;
using System.Text;

namespace Sessions.Scheduling.Sheets;

/// <summary>Tables as text (RFC 4180): commas, semicolons or tabs between, quotes around what holds them.</summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe in front; so does one that looks as if it had got one, or reading could not tell them apart.</summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = IsGuarded(value) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>What <see cref="Cell"/> was given.</summary>
    internal static string Unguarded(string value) => value is ['\'', ..] && IsGuarded(value[1..]) ? value[1..] : value;

    /// <summary>The rows with the line each begins on; empty lines are none.</summary>
    internal static IEnumerable<CsvRow> Rows(string text) => Rows(text, Separator(text));

    /// <summary>For files whose first line does not tell what stands between.</summary>
    internal static IEnumerable<CsvRow> Rows(string text, char separator)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (cells, begins, isClosed) = (new List<string>(), line, true);
            do
            {
                var (cell, lines, closed) = Read(text, separator, ref at);
                cells.Add(cell);
                line += lines;
                isClosed &= closed;
            }
            while (at < text.Length && text[at++] == separator);
            // The loop ends on a line end, or with the text.
            if (at > 0 && at <= text.Length && text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            line++;
            if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell))) yield return new(begins, cells, isClosed);
        }
    }

    /// <param name="at">On the first sign of the cell; afterwards on the one that ends it.</param>
    private static (string Cell, int Lines, bool IsClosed) Read(string text, char separator, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var from = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) at++;
            return (text[from..at], 0, true);
        }
        var (cell, lines, isClosed) = (new StringBuilder(), 0, false);
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                isClosed = true;
                at++;
                break;
            }
            if (text[at] == '"') at++;
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'))) lines++;
            cell.Append(text[at]);
        }
        // Anything between the closing quote and the next cell belongs to this one.
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]);
        return (cell.ToString(), lines, isClosed);
    }

    /// <summary>The one that stands most often in the first line.</summary>
    private static char Separator(string text)
    {
        var first = text.AsSpan().TrimStart();
        first = first.IndexOfAny('\r', '\n') is >= 0 and var end ? first[..end] : first;
        var (commas, semicolons, tabs) = (first.Count(','), first.Count(';'), first.Count('\t'));
        return tabs > 0 && tabs >= commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static bool IsGuarded(string value) => value.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}

/// <param name="IsClosed">False where a quote is open to the end of the file.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells, bool IsClosed);
