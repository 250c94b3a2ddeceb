using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;
using Sessions.Views;
using Sessions.Web.Api.Sessions;
using Sessions.Workflows;

namespace Sessions.Web.Api.Site;

/// <summary>People: one as the caller's series met them, and who may come in.</summary>
internal static class PeopleRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/people/{person:guid}", ApiRegistration.Reading, Read);
        api.MapDelete("/people/{person:guid}", Erase);
        api.MapMethods("/hosts", ApiRegistration.Reading, Hosts);
        api.MapPost("/hosts/{person:guid}/disable", Disable);
        api.MapPost("/hosts/{person:guid}/enable", Enable);
    }

    private static async Task<ApiAnswer<PersonShape>> Read(ApiCall call, Guid person, PersonHistory view) =>
        await view.Read(call.Who, person) is { } facts ? PersonShape.Of(facts) : ApiAnswer<PersonShape>.NotFound;

    /// <summary>For good: see the console's page of a person.</summary>
    private static async Task<ApiAnswer> Erase(ApiCall call, Guid person, ErasePerson erase) => ApiAnswer.Of((await erase.ByAdmin(call.Who, person)).No);

    private static async Task<ApiAnswer<ApiPage<HostShape>>> Hosts(ApiCall call, ApiPart part, HostsView view) =>
        await view.Read(call.Who) is { } hosts ? part.Of(call.Http, [.. hosts.Select(HostShape.Of)]) : HostRefusal.NotAllowed;

    private static async Task<ApiAnswer> Disable(ApiCall call, Guid person, HostService service) => ApiAnswer.Of(await service.Disable(call.Who, person));

    private static async Task<ApiAnswer> Enable(ApiCall call, Guid person, HostService service) => ApiAnswer.Of(await service.Enable(call.Who, person));
}

/// <param name="Series">Names of the series they are a host of.</param>
internal sealed record HostShape(Guid Id, string Name, string? Address, bool IsAdmin, IReadOnlyList<string> Series, DateTimeOffset? SeenAt, DateTimeOffset? DisabledAt)
{
    public static HostShape Of(HostFacts h) => new(h.Id, h.Name, h.Address, h.IsAdmin, h.Series, h.SeenAt?.ToDateTimeOffset(), h.DisabledAt?.ToDateTimeOffset());
}

/// <param name="IsBlocked">"This was not me": no mail goes there.</param>
internal sealed record PersonShape(string? Name, string? Address, string? Line, bool IsBlocked, bool WantsNoNews, IReadOnlyList<PlaceShape> Places, IReadOnlyList<TalkShape> Talks, IReadOnlyList<MailShape> Mails)
{
    public static PersonShape Of(PersonFacts p) => new(p.Name, p.Address, p.Line, p.IsBlocked, p.WantsNoNews,
        [.. p.Places.Select(x => new PlaceShape(x.SessionId, x.Series, x.Number, x.Title, TimeShape.Of(x.When), x.State, x.Since.ToDateTimeOffset(), x.JoinedAt?.ToDateTimeOffset()))],
        [.. p.Talks.Select(x => new TalkShape(x.SessionId, x.Series, x.Number, x.Title, TimeShape.Of(x.When), x.Talk, x.State))],
        [.. p.Mails.Select(MailShape.Of)]);
}

internal sealed record PlaceShape(Guid SessionId, string Series, int? Number, string? Title, TimeShape When, RegistrationState State, DateTimeOffset Since, DateTimeOffset? JoinedAt);

internal sealed record TalkShape(Guid SessionId, string Series, int? Number, string? Title, TimeShape When, string? Talk, AppearanceState State);
