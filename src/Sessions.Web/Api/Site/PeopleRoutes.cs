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
        api.MapMethods("/people", ApiRegistration.Reading, Find);
        api.MapDelete("/people/{person:guid}", Erase);
        api.MapPost("/people/{person:guid}/merge", Merge);
        api.MapMethods("/people/{person:guid}/notes", ApiRegistration.Reading, Notes);
        api.MapPost("/series/{series}/people/{person:guid}/notes", AddNote);
        api.MapDelete("/people/{person:guid}/notes/{note:guid}", RemoveNote);
        api.MapMethods("/hosts", ApiRegistration.Reading, Hosts);
        api.MapPost("/hosts/{person:guid}/disable", Disable);
        api.MapPost("/hosts/{person:guid}/enable", Enable);
    }

    private static async Task<ApiAnswer<PersonShape>> Read(ApiCall call, Guid person, PersonHistory view) =>
        await view.Read(call.Who, person) is { } facts ? PersonShape.Of(facts) : ApiAnswer<PersonShape>.NotFound;

    private static async Task<ApiAnswer<FoundPeopleShape>> Find(ApiCall call, PeopleView view, string? words = null, int offset = 0) =>
        FoundPeopleShape.Of(await view.Find(call.Who, words, offset));

    /// <summary>Puts another address of the same person together with this one, for good.</summary>
    private static async Task<ApiAnswer<MergedShape>> Merge(ApiCall call, Guid person, ApiBody<MergeInput> body, MergePeople merge, bool preview = false)
    {
        var answer = preview ? await merge.Preview(call.Who, person, body.Value.Other) : await merge.Save(call.Who, person, body.Value.Other);
        return answer.No is { } no ? no : MergedShape.Of(answer.Value!);
    }

    private static async Task<ApiAnswer<ApiPage<NoteShape>>> Notes(ApiCall call, Guid person, ApiPart part, PersonNotes view) =>
        await view.Read(call.Who, person) is { } found ? part.Of(call.Http, [.. found.Notes.Select(NoteShape.Of)]) : NoteRefusal.NotAllowed;

    /// <summary>For the hosts of the series, which has to know the person.</summary>
    private static async Task<ApiAnswer<AddedShape>> AddNote(ApiCall call, Guid person, ApiBody<NoteInput> body, NotePerson notes)
    {
        var saved = await notes.Add(call.Who, person, call.Series.Id, body.Value.Text);
        return saved.No is { } no ? no : ApiAnswer<AddedShape>.Made($"/api/v1/people/{person}/notes/{saved.Value}", new(saved.Value));
    }

    private static async Task<ApiAnswer> RemoveNote(ApiCall call, Guid person, Guid note, NotePerson notes, PersonNotes view) =>
        await view.Read(call.Who, person) is not { } found || found.Notes.All(n => n.Id != note) ? ApiProblem.NotFound : ApiAnswer.Of(await notes.Remove(call.Who, note));

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

/// <param name="Count">On all pages; at most 50 from the offset on are in this one.</param>
internal sealed record FoundPeopleShape(int Count, IReadOnlyList<FoundPersonShape> People)
{
    public static FoundPeopleShape Of(FoundPeople f) => new(f.Count, [.. f.People.Select(p => new FoundPersonShape(p.Id, p.Name, p.Address, p.Since.ToDateTimeOffset(), p.Places, p.Came, p.Talks))]);
}

/// <param name="Places">Sessions they signed up for and did not leave, in the caller's series.</param>
internal sealed record FoundPersonShape(Guid Id, string? Name, string? Address, DateTimeOffset Since, int Places, int Came, int Talks);

/// <param name="Other">The person whose address leads here from then on.</param>
internal sealed record MergeInput(Guid Other);

/// <param name="Mails">How many mails put the calendars right.</param>
internal sealed record MergedShape(string? Kept, string? Other, int Places, int Talks, int Mails)
{
    public static MergedShape Of(Merged m) => new(m.Kept, m.Other, m.Places, m.Talks, m.Mails);
}

internal sealed record NoteInput(string? Text);

internal sealed record NoteShape(Guid Id, string Series, string? By, string Text, DateTimeOffset At)
{
    public static NoteShape Of(NoteOfPerson n) => new(n.Id, n.Series, n.By, n.Text, n.At.ToDateTimeOffset());
}
