using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Sessions.Scheduling;

/// <summary>What happens to a holiday that falls on a Saturday or Sunday.</summary>
internal enum HolidayMove
{
    Stays,

    /// <summary>The next working day that is no holiday is free too.</summary>
    Substitute,

    /// <summary>Of a Saturday the Friday before is free too, of a Sunday the Monday after.</summary>
    Observed,
}

/// <summary>On which day of a year a holiday is, as a line of the file says: "12-25 substitute", "last mon 05", "easter+1".</summary>
/// <param name="Day">Null in a year without it.</param>
internal sealed record HolidayRule(Func<int, LocalDate?> Day, HolidayMove Move = HolidayMove.Stays)
{
    private static readonly string[] Counts = ["first", "second", "third", "fourth"];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly AnnualDatePattern Annual = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    /// <summary>Null for what is no rule.</summary>
    public static HolidayRule? Parse(string text) => text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var day] when LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var one } => new(year => year == one.Year ? one : null),
        [var day] when OfEaster(day) is { } after => new(year => Easter(year).PlusDays(after)),
        [var day, .. var move] when Annual.Parse(day) is { Success: true, Value: var each } && MoveOf(move) is { } how => new(year => each.IsValidYear(year) ? each.InYear(year) : null, how),
        [var count, var weekday, var month] => OfMonth(count, weekday, month),
        _ => null,
    };

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).</summary>
    public static LocalDate Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var days = h + l - (7 * ((a + (11 * h) + (22 * l)) / 451)) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }

    private static HolidayMove? MoveOf(string[] words) => words switch
    {
        [] => HolidayMove.Stays,
        ["substitute"] => HolidayMove.Substitute,
        ["observed"] => HolidayMove.Observed,
        _ => null,
    };

    private static int? OfEaster(string text) => !text.StartsWith("easter", StringComparison.Ordinal) ? null
        : text.Length == 6 ? 0
        : text[6] is '+' or '-' && int.TryParse(text.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && Math.Abs(days) <= 100 ? days : null;

    private static HolidayRule? OfMonth(string count, string weekday, string month)
    {
        var (nth, day) = (Array.IndexOf(Counts, count), (IsoDayOfWeek)(Array.IndexOf(Weekdays, weekday) + 1));
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var of) || of is < 1 or > 12 || day == IsoDayOfWeek.None) return null;
        if (count == "last") return new(year => new LocalDate(year, of, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(day)));
        return nth < 0 ? null : new(year => new LocalDate(year, of, 1).With(DateAdjusters.NextOrSame(day)).PlusWeeks(nth));
    }
}
