using Sessions.Archive;

namespace Sessions.Web.Api.Sessions;

/// <summary>Whom a recording is for, and what is taken down.</summary>
internal static class VisibilityRoutes
{
    private const string One = "/sessions/{session:guid}/archive/{item:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut(One + "/audience", SetAudience);
        api.MapMethods("/sessions/{session:guid}/archive/watch-links", ApiRegistration.Reading, Links);
        api.MapPost(One + "/renew-link", RenewLink);
        api.MapPost(One + "/take-down", TakeDown);
        api.MapPost(One + "/put-back", PutBack);
    }

    private static async Task<ApiAnswer> SetAudience(ApiCall call, Guid session, Guid item, ApiBody<AudienceInput> body, TakedownService service) =>
        ApiAnswer.Of(await service.SetAudience(call.Who, session, item, body.Value.Audience));

    private static async Task<ApiAnswer<ApiPage<WatchLinkShape>>> Links(ApiCall call, Guid session, ApiPart part, AudienceQueries queries, People.SiteOptions site) =>
        await queries.Links(call.Who, session) is not { } links ? ApiAnswer<ApiPage<WatchLinkShape>>.NotFound : part.Of(call.Http, [.. links.OrderBy(l => l.Key).Select(l => new WatchLinkShape(l.Key, site.Link($"/watch/{l.Value}")))]);

    private static async Task<ApiAnswer> RenewLink(ApiCall call, Guid session, Guid item, TakedownService service) => ApiAnswer.Of(await service.RenewLink(call.Who, session, item));

    private static async Task<ApiAnswer> TakeDown(ApiCall call, Guid session, Guid item, ApiBody<TakedownInput> body, TakedownService service) =>
        ApiAnswer.Of(await service.TakeDown(call.Who, session, item, body.Value.Reason, body.Value.Note));

    private static async Task<ApiAnswer> PutBack(ApiCall call, Guid session, Guid item, TakedownService service) => ApiAnswer.Of(await service.PutBack(call.Who, session, item));
}

internal sealed record AudienceInput(RecordingAudience Audience);

/// <param name="Reason">consentWithdrawn, report or other.</param>
/// <param name="Note">For the history alone.</param>
internal sealed record TakedownInput(TakedownReason Reason, string? Note = null);

/// <param name="Url">Opens the recording for whoever has it.</param>
internal sealed record WatchLinkShape(Guid RecordingId, string Url);
