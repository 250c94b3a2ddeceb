using Sessions.Community;
using Sessions.Data;
using Sessions.People;
using Sessions.Views;
using Sessions.Web.Api.Sessions;

namespace Sessions.Web.Api.Site;

/// <summary>Who calls, what needs a host now, the site's own texts, and the tokens.</summary>
internal static class SiteRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/me", ApiRegistration.Reading, Me);
        api.MapMethods("/today", ApiRegistration.Reading, Today);
        api.MapMethods("/texts/{key}", ApiRegistration.Reading, ReadText);
        api.MapPut("/texts/{key}", SaveText);
        api.MapMethods("/tokens", ApiRegistration.Reading, Tokens);
        api.MapDelete("/tokens/{token:guid}", Revoke);
    }

    private static ApiAnswer<MeShape> Me(ApiCall call) =>
        new MeShape(call.Who.PersonId, call.Who.Name, call.Caller.TokenName, call.Who.IsAdmin, call.Caller.SeriesId, call.Caller.IsReadOnly);

    private static async Task<ApiAnswer<TodayShape>> Today(ApiCall call, TodayView view, TimeProvider time)
    {
        var facts = await view.Read(call.Who, time.Now());
        return new TodayShape([.. facts.Needs.Select(n => new NeedShape(n.Kind, n.Urgency, n.Session?.Id, n.Count))], [.. facts.Next.Select(SessionRow.Of)], [.. facts.Held.Select(SessionRow.Of)], facts.Drafts);
    }

    private static async Task<ApiAnswer<TextShape>> ReadText(ApiCall call, string key, SiteTextView view) =>
        !call.Who.May(Act.EditSiteTexts) ? SiteTextRefusal.NotAllowed : SiteTextService.Keys.Contains(key) ? new TextShape(await view.Read(key)) : ApiAnswer<TextShape>.NotFound;

    private static async Task<ApiAnswer> SaveText(ApiCall call, string key, ApiBody<TextShape> body, SiteTextService service) =>
        ApiAnswer.Of(await service.Save(call.Who, key, body.Value.Text));

    private static async Task<ApiAnswer<ApiPage<TokenShape>>> Tokens(ApiCall call, ApiPart part, TokensView view) =>
        await view.Read(call.Who) is { } facts ? part.Of(call.Http, [.. facts.Tokens.Select(TokenShape.Of)]) : ApiTokenRefusal.NotAllowed;

    private static async Task<ApiAnswer> Revoke(ApiCall call, Guid token, ApiTokenService service) => ApiAnswer.Of(await service.Revoke(call.Who, token));
}

/// <param name="Token">What the token was called.</param>
/// <param name="SeriesId">The one series it opens; null is all of its person's.</param>
internal sealed record MeShape(Guid PersonId, string Name, string Token, bool IsAdmin, Guid? SeriesId, bool IsReadOnly);

/// <param name="Next">Public and ahead, soonest first.</param>
/// <param name="Held">Lately held, latest first.</param>
internal sealed record TodayShape(IReadOnlyList<NeedShape> Needs, IReadOnlyList<SessionRow> Next, IReadOnlyList<SessionRow> Held, int Drafts);

/// <param name="SessionId">Null where it concerns several.</param>
/// <param name="Count">Mails, talks, people or drafts, as the kind says.</param>
internal sealed record NeedShape(NeedKind Kind, Urgency Urgency, Guid? SessionId, int Count);

/// <param name="Text">Markdown; empty takes the community's text away.</param>
internal sealed record TextShape(string? Text);

/// <param name="LastUsedAt">To the minute or so.</param>
internal sealed record TokenShape(Guid Id, string Name, bool IsOwn, string Owner, Guid? SeriesId, bool IsReadOnly, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public static TokenShape Of(TokenFacts t) => new(t.Id, t.Name, t.IsOwn, t.Owner, t.SeriesId, t.IsReadOnly, t.CreatedAt.ToDateTimeOffset(), t.LastUsedAt?.ToDateTimeOffset(), t.RevokedAt?.ToDateTimeOffset());
}
