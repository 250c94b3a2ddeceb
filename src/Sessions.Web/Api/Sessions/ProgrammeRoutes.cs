using Sessions.Speakers;
using Sessions.Web.Api.Series;
using Sessions.Workflows;

namespace Sessions.Web.Api.Sessions;

/// <summary>Who is on a session's programme.</summary>
internal static class ProgrammeRoutes
{
    private const string All = "/sessions/{session:guid}/speakers";
    private const string One = All + "/{speaker:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods(All, ApiRegistration.Reading, List);
        api.MapPost(All, Add);
        api.MapPut(One + "/excused/{thing}", Excuse);
        api.MapDelete(One + "/excused/{thing}", AskAfterAll);
        api.MapDelete(One, Remove);
        api.MapPut(One + "/role", SetRole);
        api.MapPost(One + "/ask", Ask);
        api.MapPost(One + "/revoke-link", Revoke);
        api.MapPost(One + "/move", Move);
        api.MapPost(One + "/consents", Consent);
        api.MapMethods("/sessions/{session:guid}/consents", ApiRegistration.Reading, Consents);
    }

    private static async Task<ApiAnswer<ApiPage<SpeakerShape>>> List(ApiCall call, Guid session, ApiPart part, SpeakerQueries queries) =>
        part.Of(call.Http, [.. (await queries.Programme(call.Who, session)).Select(SpeakerShape.Of)]);

    private static async Task<ApiAnswer<AddedShape>> Add(ApiCall call, Guid session, ApiBody<SpeakerInput> body, SpeakerService service)
    {
        var added = await service.Add(call.Who, session, body.Value.Name, body.Value.Address, body.Value.Role);
        return added.No is { } no ? no : ApiAnswer<AddedShape>.Made($"/api/v1/sessions/{session}/speakers/{added.Value}", new(added.Value));
    }

    private static Task<ApiAnswer> Remove(ApiCall call, Guid session, Guid speaker, SpeakerQueries queries, SpeakerService service) =>
        Here(call, session, speaker, queries, () => service.Remove(call.Who, speaker));

    private static Task<ApiAnswer> SetRole(ApiCall call, Guid session, Guid speaker, ApiBody<AppearanceRoleInput> body, SpeakerQueries queries, SpeakerService service) =>
        Here(call, session, speaker, queries, () => service.SetRole(call.Who, speaker, body.Value.Role));

    private static Task<ApiAnswer> Excuse(ApiCall call, Guid session, Guid speaker, string thing, SpeakerQueries queries, SpeakerService service) =>
        Here(call, session, speaker, queries, () => service.Excuse(call.Who, speaker, Thing(thing), isExcused: true));

    private static Task<ApiAnswer> AskAfterAll(ApiCall call, Guid session, Guid speaker, string thing, SpeakerQueries queries, SpeakerService service) =>
        Here(call, session, speaker, queries, () => service.Excuse(call.Who, speaker, Thing(thing), isExcused: false));

    /// <summary>By its name alone; a number is none.</summary>
    private static TalkItem Thing(string name) => Missing.InOrder.FirstOrDefault(item => string.Equals($"{item}", name, StringComparison.OrdinalIgnoreCase));

    private static Task<ApiAnswer> Ask(ApiCall call, Guid session, Guid speaker, SpeakerQueries queries, SpeakerService service) =>
        Here(call, session, speaker, queries, () => service.AskAgain(call.Who, speaker));

    private static Task<ApiAnswer> Revoke(ApiCall call, Guid session, Guid speaker, SpeakerQueries queries, SpeakerService service) =>
        Here(call, session, speaker, queries, () => service.RevokeLink(call.Who, speaker));

    private static async Task<ApiAnswer<ChangeShape>> Move(ApiCall call, Guid session, Guid speaker, ApiBody<MoveTalkInput> body, SpeakerQueries queries, MoveTalk talks, bool preview = false)
    {
        if ((await queries.Programme(call.Who, session)).All(p => p.Id != speaker)) return TalkMoveRefusal.NotFound;
        var (to, audience) = (body.Value.To, body.Value.Audience);
        var answer = preview ? await talks.Preview(call.Who, speaker, to, audience) : await talks.Save(call.Who, speaker, to, audience);
        return answer.No is { } no ? no : ChangeShape.Of(answer.Value!);
    }

    /// <summary>What a speaker told the caller.</summary>
    private static Task<ApiAnswer> Consent(ApiCall call, Guid session, Guid speaker, ApiBody<ConsentInput> body, SpeakerQueries queries, ConsentService service) =>
        Here(call, session, speaker, queries, () => service.Say(call.Who, speaker, body.Value.To, body.Value.IsGiven, body.Value.Note));

    private static async Task<ApiAnswer<ApiPage<ConsentShape>>> Consents(ApiCall call, Guid session, ApiPart part, ConsentQueries queries) =>
        part.Of(call.Http, [.. (await queries.Of(call.Who, session)).Select(ConsentShape.Of)]);

    /// <summary>Of this session's programme alone, whatever else the caller may do.</summary>
    private static async Task<ApiAnswer> Here(ApiCall call, Guid session, Guid speaker, SpeakerQueries queries, Func<Task<SpeakerRefusal?>> act) =>
        (await queries.Programme(call.Who, session)).Any(p => p.Id == speaker) ? ApiAnswer.Of(await act()) : ApiProblem.NotFound;
}

/// <param name="Role">speaker, chair, opener or producer.</param>
internal sealed record AppearanceRoleInput(AppearanceRole Role);

/// <param name="To">Id of the other session.</param>
/// <param name="Audience">What the people of this session hear: nobody, told or asked.</param>
internal sealed record MoveTalkInput(Guid To, TalkAudience Audience = TalkAudience.Nobody);

internal sealed record AddedShape(Guid Id);

/// <param name="To">record or publish.</param>
/// <param name="Note">How the caller knows, as "by phone".</param>
internal sealed record ConsentInput(ConsentTo To, bool IsGiven, string? Note);

/// <param name="Item">The one file or link it is about; null is all of them.</param>
/// <param name="Wording">The sentence they agreed to.</param>
/// <param name="By">The host who wrote it down; null where the speaker did it themselves.</param>
internal sealed record ConsentShape(Guid Speaker, ConsentTo To, Guid? Item, bool IsGiven, string Wording, DateTimeOffset At, string? By, string? Note)
{
    public static ConsentShape Of(ConsentLine c) => new(c.AppearanceId, c.To, c.ItemId, c.IsGiven, c.Wording, c.At.ToDateTimeOffset(), c.By, c.Note);
}

/// <summary>Another day on which a speaker would come.</summary>
/// <param name="Sessions">Ids, soonest first; empty where none of those to come fits.</param>
internal sealed record OtherDateShape(IReadOnlyList<Guid> Sessions, string? Note, DateTimeOffset At);

/// <param name="Missing">What they still owe.</param>
/// <param name="LinkPath">Of their own page, to be passed on by hand; null where an address is known.</param>
internal sealed record SpeakerShape(Guid Id, string? Name, string? Address, AppearanceRole Role, AppearanceState State, DateTimeOffset? AskedAt, DateTimeOffset? AnsweredAt,
    string? DeclinedBecause, string? Talk, IReadOnlyList<TalkItem> Missing, DateTimeOffset? SavedAt, string? LinkPath)
{
    public static SpeakerShape Of(ProgrammeLine p) => new(p.Id, p.Name, p.Address, p.Role, p.State, p.AskedAt?.ToDateTimeOffset(), p.AnsweredAt?.ToDateTimeOffset(),
        p.DeclinedBecause, p.TalkTitle, p.Missing, p.SavedAt?.ToDateTimeOffset(), p.LinkPath)
    {
        Pronouns = p.Pronouns,
        NameSaid = p.NameSaid,
        RoomNeeds = p.RoomNeeds,
        InvitedBy = p.InvitedBy,
        OtherDate = p.OtherDate is { } other ? new([.. other.Sessions.Select(s => s.Id)], other.Note, other.At.ToDateTimeOffset()) : null,
    };

    public string? Pronouns { get; init; }

    /// <summary>How the name is spoken.</summary>
    public string? NameSaid { get; init; }

    public string? RoomNeeds { get; init; }

    /// <summary>Name of the speaker who brought them along.</summary>
    public string? InvitedBy { get; init; }

    public OtherDateShape? OtherDate { get; init; }
}
