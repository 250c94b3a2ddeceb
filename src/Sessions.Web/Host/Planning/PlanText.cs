using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Web.Host.Planning;

/// <summary>Changes to the text of the planning screen, line by line as it was read.</summary>
public static class PlanText
{
    /// <summary>Writes the date meant into a line.</summary>
    public static string Answer(string text, SessionLine line, LocalDate date)
    {
        var rows = Rows(text);
        rows.RemoveRange(line.Number - 1, Height(line));
        rows.InsertRange(line.Number - 1, line.WithDate(date).Split('\n'));
        return string.Join('\n', rows);
    }

    /// <summary>Answers every question the same way.</summary>
    public static string AnswerAll(string text, IEnumerable<SessionLine> lines, bool dayFirst) =>
        // The answer has as many rows as the question, so that the numbers of later lines hold.
        lines.Where(l => l.Readings.Count == 2).Aggregate(text, (answered, line) => Answer(answered, line, line.Readings[dayFirst ? 0 : 1]));

    /// <summary>What is left when the lines that were read have been saved; empty when nothing but white space and a heading would be.</summary>
    public static string Left(string text, IReadOnlyList<SessionLine> lines)
    {
        if (lines.All(l => l.Outcome == LineOutcome.Read)) return "";
        var rows = Rows(text);
        foreach (var line in lines.Where(l => l.Outcome == LineOutcome.Read).OrderByDescending(l => l.Number)) rows.RemoveRange(line.Number - 1, Height(line));
        return string.Join('\n', rows).Trim('\n');
    }

    /// <summary>One line a date, as a host would write it.</summary>
    public static string Append(string text, IEnumerable<LocalDate> dates) =>
        string.Join('\n', new[] { text.TrimEnd() }.Where(t => t.Length > 0).Concat(dates.Select(ZonedWords.Day)));

    private static List<string> Rows(string text) => [.. text.ReplaceLineEndings("\n").Split('\n')];

    private static int Height(SessionLine line) => line.Raw.Count(c => c == '\n') + 1;
}
