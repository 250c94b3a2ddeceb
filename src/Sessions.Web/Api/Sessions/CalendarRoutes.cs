using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Web.Host.Agenda;

namespace Sessions.Web.Api.Sessions;

/// <summary>Sessions of all series: a month of them, and the list with its filters.</summary>
internal static class CalendarRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/calendar", ApiRegistration.Reading, Month);
        api.MapMethods("/sessions", ApiRegistration.Reading, List);
    }

    private static async Task<ApiAnswer<CalendarShape>> Month(ApiCall call, HostCalendar calendar, TimeProvider time, [AsParameters] SessionsQuery query, MonthText? month = null) =>
        CalendarShape.Of(await calendar.Read(call.Who, month?.Value, query.ToFilter(), Instant.FromDateTimeOffset(time.GetUtcNow())));

    private static async Task<ApiAnswer<ApiPage<SessionRow>>> List(ApiCall call, ApiPart part, HostedList list, [AsParameters] SessionsQuery query,
        string? words = null, DateOnly? from = null, DateOnly? until = null)
    {
        var found = await list.Find(call.Who, new(query.ToFilter(), words, Day(from), Day(until), part.Offset, part.Limit));
        return part.Of(call.Http, found.Page.Sessions.Select(SessionRow.Of), found.Page.Total);
    }

    private static LocalDate? Day(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;
}

internal sealed record SessionsQuery
{
    /// <summary>The last part of a series' address; without it all series of the token's person.</summary>
    public string? Series { get; init; }

    /// <summary>session, special, unconference, roundtable or workingSession.</summary>
    public NameText<SessionKind>? Kind { get; init; }

    /// <summary>draft, published or cancelled.</summary>
    public NameText<HostedState>? State { get; init; }

    public HostedFilter ToFilter() => new(Series, Kind?.Value, State?.Value);
}

/// <summary>A name as the API's JSON writes it: the framework by itself reads a query's names in capitals only.</summary>
internal readonly record struct NameText<T>(T Value) where T : struct, Enum
{
    public static bool TryParse(string? text, out NameText<T> name)
    {
        var read = FilterText.Named<T>(text);
        name = new(read.GetValueOrDefault());
        return read is not null;
    }
}

/// <summary>A month as "2027-03".</summary>
internal readonly record struct MonthText(YearMonth Value)
{
    public static bool TryParse(string? text, out MonthText month)
    {
        var read = FilterText.Month(text);
        month = new(read.GetValueOrDefault());
        return read is not null;
    }
}

/// <param name="Zone">IANA name: whose hours and days these are.</param>
/// <param name="Days">Those that hold something, of whole weeks from Monday on.</param>
/// <param name="WithoutDay">In this month or by a day in it.</param>
internal sealed record CalendarShape(string Month, string Zone, IReadOnlyList<CalendarDayShape> Days, IReadOnlyList<CalendarSessionShape> WithoutDay)
{
    public static CalendarShape Of(CalendarFacts f) => new(FilterText.Iso(f.Month), f.Zone, [.. f.Days.Where(d => d.Entries.Count > 0).Select(CalendarDayShape.Of)], [.. f.WithoutDay.Select(CalendarSessionShape.Of)]);
}

internal sealed record CalendarDayShape(DateOnly Date, IReadOnlyList<CalendarEntryShape> Sessions)
{
    public static CalendarDayShape Of(CalendarDay d) => new(d.Date.ToDateOnly(), [.. d.Entries.Select(CalendarEntryShape.Of)]);
}

/// <param name="Day">Which of its days, from 1.</param>
/// <param name="Starts">On the first day of an exact time, in the calendar's zone.</param>
/// <param name="Ends">On the last day of an exact time.</param>
internal sealed record CalendarEntryShape(CalendarSessionShape Session, int Day, int Days, TimeOnly? Starts, TimeOnly? Ends)
{
    public static CalendarEntryShape Of(CalendarEntry e) => new(CalendarSessionShape.Of(e.Session), e.Day, e.Days, e.Starts?.ToTimeOnly(), e.Ends?.ToTimeOnly());
}

/// <param name="Series">The last part of its address.</param>
internal sealed record CalendarSessionShape(Guid Id, string Series, int? Number, string? Title, string? Theme, SessionKind Kind, TimeShape When, HostedState State)
{
    public static CalendarSessionShape Of(CalendarSession s) => new(s.Id, s.SeriesSlug, s.Number, s.Title, s.Theme, s.Kind, TimeShape.Of(s.When), s.State);
}
