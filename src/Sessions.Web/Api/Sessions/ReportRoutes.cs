using Sessions.Archive.Reports;

namespace Sessions.Web.Api.Sessions;

/// <summary>What readers report about an archive, and what they used.</summary>
internal static class ReportRoutes
{
    private const string All = "/sessions/{session:guid}/reports";
    private const string One = All + "/{report:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods(All, ApiRegistration.Reading, List);
        api.MapPost(One + "/close", Close);
        api.MapPost(One + "/take-down", TakeDown);
        api.MapPost(One + "/reopen", Reopen);
        api.MapPost(All, Send);
    }

    private static async Task<ApiAnswer<ApiPage<ReportShape>>> List(ApiCall call, Guid session, ApiPart part, ReportQueries queries) =>
        await queries.Of(call.Who, session) is { } reports ? part.Of(call.Http, [.. reports.Select(ReportShape.Of)]) : ApiAnswer<ApiPage<ReportShape>>.NotFound;

    private static async Task<ApiAnswer> Close(ApiCall call, Guid session, Guid report, ApiBody<CloseReportInput> body, ReportService service) =>
        ApiAnswer.Of(await service.Close(call.Who, session, report, body.Value.Accepted));

    private static async Task<ApiAnswer> TakeDown(ApiCall call, Guid session, Guid report, ReportService service) => ApiAnswer.Of(await service.TakeDown(call.Who, session, report));

    private static async Task<ApiAnswer> Reopen(ApiCall call, Guid session, Guid report, ReportService service) => ApiAnswer.Of(await service.Reopen(call.Who, session, report));

    /// <summary>As the public forms do.</summary>
    private static async Task<ApiAnswer> Send(Guid session, ApiBody<ReportInput> body, ReportService service)
    {
        var sent = await service.SendById(session, body.Value.ToForm());
        if (sent.No is { } no) return ApiAnswer.Of(no);
        return sent.Value!.Faults is [var fault, ..] ? ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "fieldWrong", Fault(fault)) : ApiAnswer.Done;
    }

    private static string Fault(ReportFault fault) => (fault.Field, fault.Kind) switch
    {
        (ReportField.Kind, _) => "kind: is consent, rights, harmful, broken or used.",
        (ReportField.Item, _) => "item: is the id of something that its page shows, or left out.",
        (ReportField.Url, _) => "url: is no web address like https://example.org.",
        (ReportField.ReplyTo, _) => "replyTo: is no e-mail address, like name@example.org.",
        (_, ReportFaultKind.TooLong) => $"words: has at most {fault.Limit} characters.",
        _ => "words: is missing.",
    };
}

/// <param name="Accepted">Seen to; of a use: counted. False is nothing to do.</param>
internal sealed record CloseReportInput(bool Accepted);

/// <param name="Item">Id of a recording or resource; left out is the page.</param>
/// <param name="Url">Of a use: where to see it.</param>
internal sealed record ReportInput(ReportKind Kind, string? Words, Guid? Item = null, string? Url = null, string? ReplyTo = null)
{
    public ReportForm ToForm() => new(Kind, Words, Item?.ToString(), Url, ReplyTo);
}

/// <param name="Kind">consent, rights, harmful, broken or used.</param>
/// <param name="State">new, accepted or dismissed.</param>
/// <param name="MayTakeDown">It is about one thing, and that is still shown.</param>
internal sealed record ReportShape(Guid Id, ReportKind Kind, Guid? Item, string? Title, string Words, string? Url, string? ReplyTo, ReportState State, DateTimeOffset SentAt, DateTimeOffset? ClosedAt, bool MayTakeDown)
{
    public static ReportShape Of(ReportLine r) => new(r.Id, r.Kind, r.ItemId, r.ItemTitle, r.Words, r.Url, r.ReplyTo, r.State, r.CreatedAt.ToDateTimeOffset(), r.ClosedAt?.ToDateTimeOffset(), r.MayTakeDown);
}
