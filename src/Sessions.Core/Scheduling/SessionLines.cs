using NodaTime;

namespace Sessions.Scheduling;

/// <summary>
/// Reads pasted text, one session a line: <c>date, time, title, speakers…</c> between commas, tabs, semicolons or |.
/// Only the date is needed, or whole days (<c>2-4 June 2027</c>, <c>2027-06-02/2027-06-04</c>). A bad line never disturbs the others; nothing throws. See <see cref="LineSpeakers"/> for how titles with commas are told from names.
/// </summary>
public static class SessionLines
{
    public const int MaxLines = 200;

    /// <summary>Characters in one line.</summary>
    public const int MaxLength = 2000;

    private const int LongMinutes = 12 * 60;

    /// <summary>One result for each line that is not blank; a heading ("Date, Time, Title") is left out, and line <see cref="MaxLines"/> + 1 says that the rest is not read.</summary>
    public static IReadOnlyList<SessionLine> Read(string text, SessionLineDefaults defaults)
    {
        var lines = new List<SessionLine>();
        foreach (var (number, raw) in LineCells.Lines(text))
        {
            if (lines.Count == 0 && IsHeading(raw)) continue;
            var line = new SessionLine(number, raw);
            if (lines.Count == MaxLines)
            {
                lines.Add(Refuse(line, new(LineNoteKind.TooManyLines, MaxLines)));
                break;
            }
            lines.Add(raw.Length > MaxLength ? Refuse(line, new(LineNoteKind.LineTooLong, MaxLength)) : Read(line, defaults));
        }
        return LineHints.Add(lines, defaults);
    }

    private static SessionLine Read(SessionLine line, SessionLineDefaults defaults)
    {
        if (LineDays.Read(line.Raw) is { } days) return Read(line, days, defaults);
        if (LineFront.Read(line.Raw) is not { } front) return Refuse(line, new(LineNoteKind.DateMissing));
        var later = new List<LineNote>();
        var (title, speakers) = LineSpeakers.Read(front.Rest, front.Separator, later);
        line = line with { Title = title, Speakers = speakers, DateText = front.Date.Text };

        var notes = new List<LineNote>();
        var start = front.Time is null ? defaults.Start : front.Time.Start;
        if (front.Time is { Start: null } wrong) notes.Add(new(LineNoteKind.TimeImpossible, wrong.Text));
        else if (start is null) notes.Add(new(LineNoteKind.StartMissing));
        line = line with { Minutes = MinutesOf(front.Time, defaults.Minutes) };
        if (line.Minutes > LongMinutes) later.Insert(0, new(LineNoteKind.Long, line.Minutes));
        if (front.Time?.ZoneText is { } zone) later.Insert(0, new(LineNoteKind.ZoneNotRead, zone, defaults.Zone.Id));

        var (date, readings) = Decide(front.Date, defaults);
        if (readings.Count > 0) notes.Add(new(LineNoteKind.DateAmbiguous, front.Date.Text, readings[0], readings[1]));
        else if (date is null) notes.Insert(0, new(LineNoteKind.DateImpossible, front.Date.Text));
        var outcome = notes.Any(n => n.Level == LineNoteLevel.Problem) ? LineOutcome.Refused : notes.Count > 0 ? LineOutcome.Ask : LineOutcome.Read;
        line = line with { Outcome = outcome, Date = date, Readings = readings };
        return date is null
            ? line with { Notes = [.. notes, .. later] }
            : LineHints.Place(line with { Notes = [.. notes] }, date.Value, start, front.Date, later, defaults);
    }

    private static SessionLine Read(SessionLine line, LineDays front, SessionLineDefaults defaults)
    {
        var (days, later) = (front.Days, new List<LineNote>());
        var (title, speakers) = LineSpeakers.Read(front.Rest, front.Separator, later);
        line = line with { Title = title, Speakers = speakers, DateText = days.Text, Minutes = defaults.Minutes };
        if (front.Hours is { } hours) later.Insert(0, new(LineNoteKind.HoursOfDays, hours.Text));
        if (!days.HasYear) return line with { Outcome = LineOutcome.Refused, Notes = [new(LineNoteKind.DaysWithoutYear, days.Text), .. later] };
        if (days is not { First: { } first, Last: { } last }) return line with { Outcome = LineOutcome.Refused, Notes = [new(LineNoteKind.DateImpossible, days.Text), .. later] };
        if (last < first || Period.DaysBetween(first, last) >= SessionTime.MostDays)
            return line with { Outcome = LineOutcome.Refused, Date = first, Notes = [new(LineNoteKind.DaysOutOfRange, days.Text, SessionTime.MostDays), .. later] };
        if (last < defaults.Today) later.Insert(0, new(LineNoteKind.DatePast, last));
        return line with { Date = first, LastDate = last, Notes = later };
    }

    /// <summary>A written weekday that fits exactly one of two readings decides between them; otherwise nothing does but the answer of a person.</summary>
    private static (LocalDate? Date, IReadOnlyList<LocalDate> Readings) Decide(WrittenDate date, SessionLineDefaults defaults)
    {
        var dayFirst = date.On(defaults.Today);
        if (!date.Ambiguous || defaults.DateOrder == NumericDateOrder.DayFirst) return (dayFirst, []);
        var monthFirst = date.Exchanged().On(defaults.Today);
        if (defaults.DateOrder == NumericDateOrder.MonthFirst || dayFirst is null || monthFirst is null) return (monthFirst, []);
        var fitsDay = dayFirst.Value.DayOfWeek == date.Weekday;
        var fitsMonth = monthFirst.Value.DayOfWeek == date.Weekday;
        if (fitsDay != fitsMonth) return (fitsDay ? dayFirst : monthFirst, []);
        return (null, [dayFirst.Value, monthFirst.Value]);
    }

    private static int MinutesOf(WrittenTime? time, int otherwise)
    {
        if (time is not { Start: { } start, End: { } end }) return otherwise;
        var minutes = (int)(Period.Between(start, end, PeriodUnits.Minutes).Minutes);
        return minutes > 0 ? minutes : minutes + (24 * 60);
    }

    private static bool IsHeading(string raw) => raw.TrimStart().TrimStart('"').Split(' ', '\t', ',', ';', '|', '"')[0].ToUpperInvariant() is "DATE" or "WHEN" or "DAY";

    private static SessionLine Refuse(SessionLine line, LineNote note) => line with { Outcome = LineOutcome.Refused, Notes = [note] };
}
