using System.Globalization;
using System.Text;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>The line of time: one tick a session at its real place, from the first year to the end of the last. For viewBox 0 0 1000 120.</summary>
public sealed class RhythmLine
{
    private readonly LocalDate _from;
    private readonly double _days;

    private RhythmLine(LocalDate first, LocalDate last, IReadOnlyList<ListedSession> held, IReadOnlyList<ListedSession> next)
    {
        _from = new(first.Year, 1, 1);
        Years = [.. Enumerable.Range(first.Year, last.Year - first.Year + 1)];
        _days = Period.DaysBetween(_from, new(last.Year + 1, 1, 1));
        Known = Ticks(held.Concat(next.Skip(1)).Where(IsKnown), 34);
        Guessed = Ticks(held.Concat(next.Skip(1)).Where(s => !IsKnown(s)), 34);
        Next = Ticks(next.Take(1), 14);
        Axis = "M0 110H1000" + string.Concat(Years.Select(y => $"M{X(new(y, 1, 1))} 110v8")) + "M1000 110v8";
    }

    public IReadOnlyList<int> Years { get; }

    public string Axis { get; }

    /// <summary>Paths; empty where there are none.</summary>
    public string Known { get; }

    public string Guessed { get; }

    public string Next { get; }

    /// <summary>Null below three sessions with a date: a line of time would show nothing.</summary>
    public static RhythmLine? Of(SeriesFacts series)
    {
        var held = series.Held.Where(s => s.When.SortDate is not null && !s.IsCancelled).ToList();
        var next = series.Next.Where(s => s.When.SortDate is not null && !s.IsCancelled).ToList();
        var dates = held.Concat(next).Select(s => s.When.SortDate!.Value).ToList();
        return dates.Count < 3 ? null : new(dates.Min(), dates.Max(), held, next);
    }

    private static bool IsKnown(ListedSession session) => session.When.Precision is Precision.Exact or Precision.Days;

    private string Ticks(IEnumerable<ListedSession> sessions, int top)
    {
        var path = new StringBuilder();
        foreach (var session in sessions) path.Append(CultureInfo.InvariantCulture, $"M{X(session.When.SortDate!.Value)} {top}V110");
        return path.ToString();
    }

    private string X(LocalDate day) => (Period.DaysBetween(_from, day) * 1000 / _days).ToString("0.#", CultureInfo.InvariantCulture);
}
