using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Web.Api.Sessions;
using Sessions.Workflows;

namespace Sessions.Web.Api.Series;

/// <summary>Series and their running order template.</summary>
internal static class SeriesRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series", ApiRegistration.Reading, List);
        api.MapPost("/series", Create);
        api.MapMethods("/series/{series}", ApiRegistration.Reading, Read);
        api.MapPut("/series/{series}", Edit).WithMetadata(new IsRevised(IsSeries: true));
        api.MapPut("/series/{series}/state", SetState).WithMetadata(new IsRevised(IsSeries: true));
        api.MapPost("/series/{series}/duplicate", Duplicate);
        api.MapMethods("/series/{series}/running-order", ApiRegistration.Reading, ReadTemplate);
        api.MapPut("/series/{series}/running-order", SaveTemplate);
        api.MapMethods("/series/{series}/history", ApiRegistration.Reading, History);
    }

    private static async Task<ApiAnswer<ApiPage<SeriesRow>>> List(ApiCall call, ApiPart part, SeriesQueries series, TimeProvider time) =>
        part.Of(call.Http, [.. (await series.Mine(call.Who, time.Now())).Select(SeriesRow.Of)]);

    private static async Task<ApiAnswer<SeriesShape>> Create(ApiCall call, ApiBody<SeriesInput> body, SeriesService service)
    {
        var made = await service.Create(call.Who, body.Value.ToForm());
        if (made.No is { } no) return no;
        var (id, form) = (made.Value!.Id, body.Value.ToForm());
        return ApiAnswer<SeriesShape>.Made($"/api/v1/series/{id}", SeriesShape.Of(new(id, made.Value.Slug, form, 1)));
    }

    private static async Task<ApiAnswer<SeriesShape>> Read(ApiCall call, SeriesQueries queries) =>
        await queries.ToEdit(call.Who, call.Series.Slug) is { } series ? ApiAnswer<SeriesShape>.At(series.Revision, SeriesShape.Of(series)) : SeriesRefusal.NotAllowed;

    private static async Task<ApiAnswer<SeriesChangeShape>> Edit(ApiCall call, ApiBody<SeriesInput> body, ChangeSeries change, bool preview = false)
    {
        var (form, choices) = (body.Value.ToForm(), body.Value.ToChoices());
        var answer = preview ? await change.Preview(call.Who, call.Series.Id, form, choices) : await change.Save(call.Who, call.Series.Id, form, choices);
        return answer.No is { } no ? no : SeriesChangeShape.Of(answer.Value!);
    }

    private static async Task<ApiAnswer<ChangeShape>> SetState(ApiCall call, ApiBody<SeriesStateInput> body, SetSeriesState states, bool preview = false)
    {
        var to = body.Value.ToState();
        var answer = preview ? await states.Preview(call.Who, call.Series.Id, to) : await states.Save(call.Who, call.Series.Id, to);
        return answer.No is { } no ? no : ChangeShape.Of(answer.Value!);
    }

    private static async Task<ApiAnswer<NewSeriesShape>> Duplicate(ApiCall call, ApiBody<SisterInput> body, DuplicateSeries duplicate)
    {
        var made = await duplicate.Save(call.Who, call.Series.Id, body.Value.Name, body.Value.Slug);
        return made.No is { } no ? no : ApiAnswer<NewSeriesShape>.Made($"/api/v1/series/{made.Value!.Id}", new(made.Value.Id, made.Value.Slug));
    }

    private static async Task<ApiAnswer<OrderShape>> ReadTemplate(ApiCall call, HostRunningOrder view) =>
        await view.Template(call.Who, call.Series.Slug) is { } desk ? OrderShape.Of(desk.Lines, desk.Minutes) : RunningOrderRefusal.NotAllowed;

    private static async Task<ApiAnswer> SaveTemplate(ApiCall call, ApiBody<OrderShape> body, RunningOrderService service) =>
        ApiAnswer.Of(await service.SaveTemplate(call.Who, call.Series.Id, body.Value.ToLines()));

    private static async Task<ApiAnswer<ApiPage<HistoryRow>>> History(ApiCall call, ApiPart part, AuditTrail trail, Guid? session = null, Guid? by = null, string? words = null) =>
        await trail.Read(call.Who, call.Series.Slug, new(session, by, words, part.Offset, part.Limit)) is { } found
            ? part.Of(call.Http, found.Lines.Select(HistoryRow.Of), found.Total)
            : SeriesRefusal.NotAllowed;
}

/// <param name="By">Null where the software acted by itself.</param>
internal sealed record HistoryRow(DateTimeOffset At, string? By, string Text, Guid? SessionId)
{
    public static HistoryRow Of(AuditLine line) => new(line.At.ToDateTimeOffset(), line.By, line.Text, line.SessionId);
}

/// <param name="Name">At most 200 characters.</param>
/// <param name="Slug">Last part of its page's address; made from the name where none is sent.</param>
internal sealed record SisterInput(string? Name, string? Slug = null);

internal sealed record NewSeriesShape(Guid Id, string Slug);
