namespace Sessions.Scheduling;

/// <summary>The front of a line: its date, its time if it has one, and the cells after them.</summary>
/// <param name="Separator">What the cells of this line stand between.</param>
internal sealed record LineFront(WrittenDate Date, WrittenTime? Time, IReadOnlyList<LineCell> Rest, char Separator)
{
    public static readonly char[] Bullets = ['-', '*', '•', '·', ' ', '\t'];
    public static readonly char[] Between = [' ', ',', ':', '-', '–', '—'];

    /// <summary>Null if the line does not start with a date.</summary>
    public static LineFront? Read(string line)
    {
        line = WithoutNumber(line.TrimStart(Bullets));
        var separator = SeparatorOf(line);
        var cells = LineCells.Split(line, separator);
        // "Wed, 7 Dec 2026" and "December 7, 2026": commas inside a date.
        if (cells.Count > 1 && WrittenDate.WeekdayOf(cells[0].Text.TrimEnd('.')) != default) Merge(cells);
        if (WrittenDate.Read(cells[0].Text) is not { } date) return null;
        if (cells.Count > 1 && date.Year is null && date.Length == cells[0].Text.Length
            && WrittenDate.Read($"{cells[0].Text}, {cells[1].Text}") is { Year: not null } whole && EndsOrTellsTheTime($"{cells[0].Text}, {cells[1].Text}"[whole.Length..]))
        {
            Merge(cells);
            date = whole;
        }

        var left = After(cells[0].Text[Math.Min(date.Length, cells[0].Text.Length)..]);
        cells.RemoveAt(0);
        if (left.Length > 0)
        {
            var inside = WrittenTime.Read(left);
            var title = inside is null ? left : left[inside.Length..].TrimStart(Between);
            if (title.Length > 0) cells.Insert(0, new(title, false));
            return new(date, inside, cells, separator);
        }
        return new(date, TakeTime(cells, separator), cells, separator);
    }

    /// <summary>Tab or | where there is one; else the first comma or semicolon after date and time, so that either may also stand inside later fields.</summary>
    public static char SeparatorOf(string line)
    {
        if (LineCells.IndexOf(line, "\t") >= 0) return '\t';
        if (LineCells.IndexOf(line, "|") >= 0) return '|';
        var from = WrittenDate.Read(line)?.Length ?? 0;
        var rest = line[from..].TrimStart(' ', ',', ';');
        if (from > 0 && WrittenTime.Read(rest) is { } time) from = line.Length - rest.Length + time.Length;
        var at = LineCells.IndexOf(line, ",;", from);
        return at < 0 ? ',' : line[at];
    }

    private static WrittenTime? TakeTime(List<LineCell> cells, char separator)
    {
        if (cells.Count == 0) return null;
        var cell = cells[0].Text;
        if (cell.Length == 0 && (separator is '\t' or ',' || cells.Count > 2))
        {
            // A sheet's empty time column.
            cells.RemoveAt(0);
            return null;
        }
        if (WrittenTime.Read(cell) is not { } time) return null;
        var title = cell[time.Length..].TrimStart(Between);
        // "12:00 Open data" has both; "10.30 things to know" is a title.
        if (title.Length > 0 && !time.Text.Contains(':', StringComparison.Ordinal)) return null;
        cells.RemoveAt(0);
        if (title.Length > 0) cells.Insert(0, new(title, false));
        return time;
    }

    private static void Merge(List<LineCell> cells)
    {
        cells[0] = new($"{cells[0].Text}, {cells[1].Text}", false);
        cells.RemoveAt(1);
    }

    /// <summary>"1. 16 Jan 2027" is the first of a list, and no sixteenth of January; "1. 2. 2027" is a date.</summary>
    private static string WithoutNumber(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 3 || line.Length < digits + 3 || line[digits] is not ('.' or ')') || line[digits + 1] != ' ') return line;
        var rest = line[(digits + 1)..].TrimStart();
        return WrittenDate.Read(rest) is { Year: not null } ? rest : line;
    }

    /// <summary>"December 7, 2026 at 18:30" goes on with the hour; "December 7, 2020 vision" is a title.</summary>
    private static bool EndsOrTellsTheTime(string left) => After(left) is var rest && (rest.Length == 0 || WrittenTime.Read(rest) is not null);

    private static string After(string text)
    {
        text = text.TrimStart(Between);
        // "(18:30)"
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is var close and > 0 && WrittenTime.Read(text[1..close]) is { } time && time.Length == close - 1)
            return $"{text[1..close]}{text[(close + 1)..]}";
        if (text.StartsWith("at ", StringComparison.OrdinalIgnoreCase)) return text[3..].TrimStart();
        return text.Length > 1 && text[0] == 'T' && char.IsAsciiDigit(text[1]) ? text[1..] : text;
    }
}
