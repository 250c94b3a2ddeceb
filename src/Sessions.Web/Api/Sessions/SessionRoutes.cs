using NodaTime;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Web.Api.Series;
using Sessions.Workflows;

namespace Sessions.Web.Api.Sessions;

/// <summary>One session: read, change, publish, move, cancel. "?preview=true" says what would happen and changes nothing.</summary>
internal static class SessionRoutes
{
    private const string One = "/sessions/{session:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        var revised = new IsRevised(IsSeries: false);
        api.MapMethods("/series/{series}/sessions", ApiRegistration.Reading, List);
        api.MapMethods(One, ApiRegistration.Reading, Read);
        api.MapPut(One, Edit).WithMetadata(revised);
        api.MapDelete(One, Discard);
        api.MapPost(One + "/publish", Publish).WithMetadata(revised);
        api.MapPost(One + "/move", Move).WithMetadata(revised);
        api.MapPost(One + "/cancel", Cancel).WithMetadata(revised);
        api.MapPost("/series/{series}/undo/{step:guid}", Undo);
        api.MapMethods(One + "/running-order", ApiRegistration.Reading, ReadOrder);
        api.MapPut(One + "/running-order", SaveOrder);
        api.MapPost(One + "/running-order/from-template", CopyTemplate);
        api.MapMethods(One + "/run", ApiRegistration.Reading, ReadRun);
        api.MapPost(One + "/run", Run);
        api.MapMethods(One + "/history", ApiRegistration.Reading, History);
    }

    private static async Task<ApiAnswer<ApiPage<SessionRow>>> List(ApiCall call, ApiPart part, HostedList list)
    {
        var page = await list.Read(call.Who, call.Series.Id, part.Offset, part.Limit);
        return part.Of(call.Http, page.Sessions.Select(SessionRow.Of), page.Total);
    }

    private static async Task<ApiAnswer<SessionShape>> Read(ApiCall call, Guid session, HostSessionView view) =>
        await view.Read(call.Who, session) is { } facts ? ApiAnswer<SessionShape>.At(facts.Revision, SessionShape.Of(facts)) : ApiAnswer<SessionShape>.NotFound;

    private static async Task<ApiAnswer<ChangeShape>> Edit(ApiCall call, Guid session, ApiBody<SessionInput> body, EditSession edit, bool preview = false, NameText<EditScope>? scope = null)
    {
        var answer = preview ? await edit.Preview(call.Who, session, body.Value.ToForm(), scope?.Value ?? EditScope.This) : await edit.Save(call.Who, session, body.Value.ToForm(), scope?.Value ?? EditScope.This);
        return answer.No is { } no ? no : ChangeShape.Of(answer.Value!);
    }

    /// <summary>A draft that was never public.</summary>
    private static async Task<ApiAnswer> Discard(ApiCall call, Guid session, DiscardDraft discard) => ApiAnswer.Of(await discard.Save(call.Who, session));

    private static async Task<ApiAnswer<PublishShape>> Publish(ApiCall call, Guid session, PublishSession publish, bool preview = false)
    {
        var answer = preview ? await publish.Preview(call.Who, session) : await publish.Save(call.Who, session);
        return answer.No is { } no ? no : new PublishShape([.. answer.Value!.Mails.Select(OwedShape.Of)]);
    }

    private static async Task<ApiAnswer<ChangeShape>> Move(ApiCall call, Guid session, ApiBody<MoveInput> body, MoveSession move, bool preview = false, NameText<EditScope>? scope = null)
    {
        var answer = preview ? await move.Preview(call.Who, session, body.Value.ToTime(), scope?.Value ?? EditScope.This) : await move.Save(call.Who, session, body.Value.ToTime(), scope?.Value ?? EditScope.This);
        return answer.No is { } no ? no : ChangeShape.Of(answer.Value!);
    }

    private static async Task<ApiAnswer<ChangeShape>> Cancel(ApiCall call, Guid session, ApiBody<CancelInput> body, CancelSession cancel, bool preview = false)
    {
        var answer = preview ? await cancel.Preview(call.Who, session) : await cancel.Save(call.Who, session, body.Value.Because);
        return answer.No is { } no ? no : ChangeShape.Of(answer.Value!);
    }

    private static async Task<ApiAnswer<UndoneShape>> Undo(ApiCall call, Guid step, UndoChange undo)
    {
        var answer = await undo.Save(call.Who, step);
        return answer.No is { } no ? no : new UndoneShape(answer.Value!.Back, answer.Value.Left);
    }

    private static async Task<ApiAnswer<OrderShape>> ReadOrder(ApiCall call, Guid session, HostRunningOrder view) =>
        await view.OfSession(call.Who, session) is { } desk ? OrderShape.Of(desk.Lines, desk.Minutes) : RunningOrderRefusal.NotAllowed;

    private static async Task<ApiAnswer> SaveOrder(ApiCall call, Guid session, ApiBody<OrderShape> body, SetRunningOrder orders) =>
        ApiAnswer.Of(await orders.Save(call.Who, session, body.Value.ToLines()));

    private static async Task<ApiAnswer> CopyTemplate(ApiCall call, Guid session, RunningOrderService service) =>
        ApiAnswer.Of(await service.CopyTemplate(call.Who, session));

    private static async Task<ApiAnswer<RunShape>> ReadRun(ApiCall call, Guid session, RunSheetView view, TimeProvider time)
    {
        var desk = await view.Read(call.Who, session);
        return desk is null ? ApiAnswer<RunShape>.NotFound : RunShape.Of(desk.At(Instant.FromDateTimeOffset(time.GetUtcNow())));
    }

    private static async Task<ApiAnswer> Run(ApiCall call, Guid session, ApiBody<RunInput> body, RunSheetService service) =>
        ApiAnswer.Of(body.Value.Step == RunStep.Begin ? await service.Begin(call.Who, session, body.Value.Position) : await service.Back(call.Who, session, body.Value.Position));

    private static async Task<ApiAnswer<ApiPage<HistoryRow>>> History(ApiCall call, Guid session, ApiPart part, AuditTrail trail) =>
        await trail.Read(call.Who, call.Series.Slug, new(session, null, null, part.Offset, part.Limit)) is { } found
            ? part.Of(call.Http, found.Lines.Select(HistoryRow.Of), found.Total)
            : SeriesRefusal.NotAllowed;
}
