using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;

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
