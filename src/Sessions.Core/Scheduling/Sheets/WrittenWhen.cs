using NodaTime;
using NodaTime.Text;
using Sessions.ICalendar;

namespace Sessions.Scheduling.Sheets;

/// <summary>When a session is, in cells: 2026-12-02 is a day, 2026-12 a month, "by 2026-12-02" not after it, an empty cell not known.</summary>
internal static class WrittenWhen
{
    private const string By = "by ";

    private static readonly YearMonthPattern Month = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");
    private static readonly YearMonthPattern NamedMonth = YearMonthPattern.CreateWithInvariantCulture("MMMM uuuu");
    private static readonly LocalTimePattern ToSecond = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");
    private static readonly LocalTimePattern ToMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string? Date(SessionTime when) => when switch
    {
        { Date: null } => null,
        { Precision: Precision.Month, Date: { } date } => Month.Format(date.ToYearMonth()),
        { Precision: Precision.NotAfter, Date: { } date } => By + LocalDatePattern.Iso.Format(date),
        { Date: { } date } => LocalDatePattern.Iso.Format(date),
    };

    public static string? LastDate(SessionTime when) =>
        when is { Precision: Precision.Days, LastDate: { } last } && last != when.Date ? LocalDatePattern.Iso.Format(last) : null;

    public static string? Start(SessionTime when) => when.LocalStart is { } start ? (start.Second == 0 ? ToMinute : ToSecond).Format(start) : null;

    /// <summary>Exactly one of the two is set.</summary>
    public static (SessionTime? When, RowFault? Fault) Read(IReadOnlyDictionary<RecordField, string> cells, SheetDefaults defaults)
    {
        var zone = defaults.Zone;
        if (cells.TryGetValue(RecordField.Zone, out var named))
        {
            if (CalendarZones.Named(named)?.Id is not { } id) return (null, RowFault.Of(RowFaultKind.ZoneUnknown, named));
            zone = id;
        }
        var (written, start) = (cells.GetValueOrDefault(RecordField.Date), cells.GetValueOrDefault(RecordField.Start));
        if (written is null) return start is null ? (SessionTime.Unknown(zone), null) : (null, RowFault.Of(RowFaultKind.StartWithoutDay, start));
        if (InMonth(written) is { } month)
            return start is null ? (SessionTime.InMonth(month, zone), null) : (null, RowFault.Of(RowFaultKind.StartWithoutDay, start));
        var isBy = written.StartsWith(By, StringComparison.OrdinalIgnoreCase);
        var (date, rest, fault) = Day(isBy ? written[By.Length..].Trim() : written, RowFaultKind.DateUnreadable);
        if (fault is not null) return (null, fault);
        // A date with its hour in one cell.
        start ??= rest.Length > 0 ? rest : null;
        if (isBy) return start is null ? (SessionTime.NotAfter(date, zone), null) : (null, RowFault.Of(RowFaultKind.StartWithoutDay, start));
        return start is null ? Days(date, cells, zone) : Exact(date, start, cells, zone, defaults.Minutes);
    }

    private static (SessionTime?, RowFault?) Days(LocalDate first, IReadOnlyDictionary<RecordField, string> cells, string zone)
    {
        if (!cells.TryGetValue(RecordField.LastDate, out var written)) return (SessionTime.Days(first, first, zone), null);
        var (last, rest, fault) = Day(written, RowFaultKind.LastDateUnreadable);
        if (fault is not null || rest.Length > 0) return (null, fault ?? RowFault.Of(RowFaultKind.LastDateUnreadable, written));
        return last < first ? (null, RowFault.Of(RowFaultKind.LastDateBeforeFirst, written)) : (SessionTime.Days(first, last, zone), null);
    }

    private static (SessionTime?, RowFault?) Exact(LocalDate date, string written, IReadOnlyDictionary<RecordField, string> cells, string zone, int minutes)
    {
        if (cells.TryGetValue(RecordField.LastDate, out var last) && (Day(last, RowFaultKind.LastDateUnreadable) is not { Fault: null } day || day.Date != date))
            return (null, RowFault.Of(RowFaultKind.LastDateWithStart, last));
        if (Hour(written) is not (var start, var length)) return (null, RowFault.Of(RowFaultKind.StartUnreadable, written));
        minutes = length ?? minutes;
        if (cells.TryGetValue(RecordField.Minutes, out var number) && (!int.TryParse(number, out minutes) || minutes is < 1 or > SeriesRules.MostMinutes))
            return (null, RowFault.Of(RowFaultKind.MinutesOutOfRange, number));
        return (SessionTime.Exact(date + start, zone, minutes), null);
    }

    private static (LocalDate Date, string Left, RowFault? Fault) Day(string text, RowFaultKind fault)
    {
        if (WrittenDate.Read(text) is not { Year: not null } written || written.On(LocalDate.MinIsoValue) is not { } date) return (default, "", RowFault.Of(fault, text));
        if (written.Ambiguous) return (default, "", RowFault.Of(RowFaultKind.DateAmbiguous, text));
        return (date, text[written.Length..].TrimStart('T').Trim(' ', ','), null);
    }

    private static YearMonth? InMonth(string text)
    {
        var month = Month.Parse(text) is { Success: true } iso ? iso : NamedMonth.Parse(text);
        return month.Success && month.Value.Year is >= 1 and <= SessionClock.LastYear ? month.Value : null;
    }

    /// <param name="text">12:00, 7pm, 12:00-13:00.</param>
    private static (LocalTime Start, int? Minutes)? Hour(string text)
    {
        if (ToSecond.Parse(text) is { Success: true, Value: var exact }) return (exact, null);
        if (WrittenTime.Read(text) is not { Start: { } start, ZoneText: null } written || written.Length < text.Length) return null;
        var minutes = written.End is { } end ? (int)Period.Between(start, end, PeriodUnits.Minutes).Minutes : (int?)null;
        return (start, minutes < 0 ? minutes + 24 * 60 : minutes);
    }
}
