using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;
using Sessions.Workflows;
using Role = Sessions.People.Role;

namespace Sessions.Tests.Web.Api;

/// <summary>Every call of the running app's API, by every kind of token, on what is their own and on what is somebody else's.</summary>
public sealed class ApiRightsTests
{
    /// <summary>Of no series: whoever is a host anywhere may do what hosts may.</summary>
    private static readonly Act[] SiteWide = [Act.CreateSeries, Act.TestMail, Act.EditSiteTexts, Act.DisablePerson, Act.ManageTokens];

    [Fact]
    public async Task Every_call_of_the_route_table_is_filled_in()
    {
        await using var site = await WholeSite.Open();

        Assert.Equal(ApiRoute.Of(site.Services).Select(r => r.Name).Order(StringComparer.Ordinal), ApiCalls.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(ApiRoute.Of(site.Services), route => Assert.True((route.Body is null) == (ApiCalls.All[route.Name].Body is null), route.Name));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("host")]
    [InlineData("helper")]
    [InlineData("stranger")]
    [InlineData("narrow")]
    public async Task A_token_does_what_its_role_may_and_nothing_else(string role)
    {
        await using var site = await WholeSite.Open();
        var (own, foreign) = await Places(site);
        var (api, places) = await As(site, role, own);
        var faults = new List<string>();
        var calls = ApiRoute.Of(site.Services).Select(r => (Route: r, Sample: ApiCalls.All[r.Name], May: May(role, ApiCalls.All[r.Name]))).ToList();

        var before = await State(site);
        foreach (var (route, sample, may) in calls.Where(c => !c.May)) await Refused(api, route, sample, places.Path(route.Pattern), faults);
        // Somebody else's for these; an admin's and the narrow token's own.
        if (role is not ("admin" or "narrow"))
            foreach (var (route, sample, _) in calls)
                foreach (var path in Foreign(route.Pattern, places, foreign)) await Refused(api, route, sample, path, faults);
        Assert.Equal(before, await State(site));
        foreach (var (route, sample, may) in calls.Where(c => c.May).OrderBy(c => Destroys(c.Route)))
        {
            var answer = await Send(api, route, sample, places.Path(route.Pattern));
            if (!(answer.Status is >= 200 and < 300) && answer.Status != sample.Refused) faults.Add($"{role}: {route.Name} answers {answer.Status} {answer.Text}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task One_that_only_reads_is_refused_at_every_write_and_a_cookie_opens_nothing()
    {
        await using var site = await WholeSite.Open();
        var (own, _) = await Places(site);
        var (reader, visitor, faults) = (await ApiClient.For(site, site.Known.Admin, isReadOnly: true), await Visitor.As(site, Promises.Role.Admin), new List<string>());
        var before = await State(site);

        foreach (var route in ApiRoute.Of(site.Services))
        {
            var (sample, path) = (ApiCalls.All[route.Name], own.Path(route.Pattern));
            if (route.Writes && await Send(reader, route, sample, path) is var answer && answer.Code != "readOnly") faults.Add($"{route.Name} answers {answer.Status} to a token that only reads");
            if ((await visitor.Send(new(route.Method), $"/api/v1{path}", ApiClient.Json(sample.Body))).Status is not 401 and var status) faults.Add($"{route.Name} answers {status} to a cookie");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(before, await State(site));
    }

    private static bool May(string role, ApiCallSample sample) => (role, sample.Act) switch
    {
        (_, null) => true,
        ("admin", { } act) => Rights.Allow(Role.Admin, act),
        ("host", { } act) => Rights.Allow(Role.Host, act),
        // Somebody who helps here and is a host elsewhere.
        ("helper", { } act) => Rights.Allow(SiteWide.Contains(act) ? Role.Host : Role.Helper, act),
        ("stranger", { } act) => SiteWide.Contains(act) && Rights.Allow(Role.Host, act),
        _ => false,
    };

    private static int Destroys(ApiRoute route) => route.Method switch
    {
        "GET" => 0,
        "DELETE" => 4,
        _ when route.Pattern.EndsWith("/cancel", StringComparison.Ordinal) => 3,
        "PUT" => 1,
        _ => 2,
    };

    /// <summary>The address with one of its places foreign at a time; none where it names no object.</summary>
    private static IEnumerable<string> Foreign(string pattern, ApiPlaces own, ApiPlaces foreign) => new[]
    {
        own with { Series = foreign.Series }, own with { Session = foreign.Session }, own with { Speaker = foreign.Speaker }, own with { Partner = foreign.Partner }, own with { Person = foreign.Person },
        own with { Item = foreign.Item }, own with { File = foreign.File }, own with { Mail = foreign.Mail }, own with { Token = foreign.Token }, own with { Question = foreign.Question }, own with { Message = foreign.Message }, own with { Proposal = foreign.Proposal }, foreign,
    }.Select(places => places.Path(pattern)).Where(path => path != own.Path(pattern)).Distinct();

    private static async Task Refused(ApiClient api, ApiRoute route, ApiCallSample sample, string path, List<string> faults)
    {
        var answer = await Send(api, route, sample, path);
        if (answer.Status is not (403 or 404) || !answer.IsProblem) faults.Add($"{route.Method} {path} answers {answer.Status} {answer.Text}");
    }

    private static Task<ApiResult> Send(ApiClient api, ApiRoute route, ApiCallSample sample, string path) => api.Send(new(route.Method), $"/api/v1{path}", ApiClient.Json(sample.Body));

    private static async Task<(ApiClient Api, ApiPlaces Places)> As(WholeSite site, string role, ApiPlaces own)
    {
        var other = (await site.Get<SeriesQueries>().Find("other"))!.Value;
        var (helper, stranger) = ("helper.here@example.org", "host.elsewhere@example.org");
        await site.Get<HostService>().InviteHelper(helper, own.Series);
        await site.Get<HostService>().InviteHost(helper, await Third(site));
        await site.Get<HostService>().InviteHost(stranger, await Third(site));
        var address = role switch { "host" => site.Known.Host, "helper" => helper, "stranger" => stranger, _ => site.Known.Admin };
        var spare = (await site.Get<ApiTokenService>().CreateFor(address, "To be revoked", null, isReadOnly: false)).Value!.Id;
        // A helper's and a stranger's "own" is what they ask for; that it is not theirs is the test.
        return (await ApiClient.For(site, address, role == "narrow" ? other : null), own with { Token = spare });
    }

    private static async Task<Guid> Third(WholeSite site) => await site.Get<SeriesQueries>().Find("third") ?? (await new Samples(site.Database).Series("third", "Third").Save()).LastSeries.Id;

    private static async Task<(ApiPlaces Own, ApiPlaces Foreign)> Places(WholeSite site)
    {
        await using var db = site.Database.Read();
        var admin = new Actor(site.Known.HostId, "Ada Admin", IsAdmin: true, IsHost: true, new HashSet<Guid>());
        var otherSeries = (await site.Get<SeriesQueries>().Find("other"))!.Value;
        async Task<ApiPlaces> In(Guid series, Guid session, Guid person, string owner)
        {
            var speaker = (await site.Get<SpeakerService>().Add(admin, session, "Ola Example", $"{Guid.NewGuid():n}@example.org")).Value;
            var partner = (await site.Get<PartnerService>().Save(admin, series, null, new(PartnerKind.Partner, "The Hall", null, null, null, null))).Value;
            var saved = (await site.Get<global::Sessions.Files.FileStore>().Save(new MemoryStream(Sessions.Tests.Files.Samples.Pdf), "notes.pdf")).Value!;
            var item = (await site.Get<ArchiveService>().AddFile(admin, session, saved, new("Notes"))).Value;
            var mail = await db.Outbox.Where(m => m.SessionId == session).Select(m => m.Id).FirstAsync();
            var message = (await site.Get<SendMessage>().Save(admin, series, new(GroupAudience.Confirmed, session, "Hello", "All is as it was."))).Value!.Id;
            var token = (await site.Get<ApiTokenService>().CreateFor(owner, "A token", null, isReadOnly: false)).Value!.Id;
            var question = (await site.Get<QuestionService>().Add(admin, series, null, new(QuestionKind.Short, "What brings you?"))).Value;
            var slug = await db.Series.Where(s => s.Id == series).Select(s => s.Slug).SingleAsync();
            await site.Get<SendProposal>().Save(new(ProposalKind.Talk, $"{Guid.NewGuid():n}@example.org", "Ola Example", "A talk", null, null, slug));
            var proposal = await db.Proposals.Where(p => p.SeriesId == series && p.Title == "A talk").Select(p => p.Id).SingleAsync();
            await site.Get<Sessions.Archive.Reports.ReportService>().SendById(session, new(Sessions.Archive.Reports.ReportKind.Rights, "Ours"));
            var report = await db.Reports.Where(r => r.SessionId == session && r.Words == "Ours").Select(r => r.Id).SingleAsync();
            return new(series, session, speaker, partner, person, item, saved.Id, mail, token) { Question = question, Proposal = proposal, Report = report, Message = message, Registration = await db.Registrations.Where(r => r.SessionId == session).Select(r => r.Id).FirstAsync() };
        }
        await site.Get<HostService>().InviteHost("host.of.other@example.org", otherSeries);
        await site.Get<HostService>().InviteHost("second.host@example.org", site.SeriesId);
        await site.Get<RegistrationService>().SignUp(site.SessionId, "second.host@example.org");
        var second = await db.People.Where(p => p.Address == "second.host@example.org").Select(p => p.Id).SingleAsync();
        var foreignPerson = await db.People.Where(p => p.Address == "foreign@example.org").Select(p => p.Id).SingleAsync();
        return (await In(site.SeriesId, site.SessionId, second, site.Known.Host), await In(otherSeries, site.Known.ForeignSession, foreignPerson, "host.of.other@example.org"));
    }

    private static async Task<string> State(WholeSite site)
    {
        await using var db = site.Database.Read();
        return await Tables.Hash(db);
    }
}
