using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Files;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Web.Feeds;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Feeds;

/// <summary>By address: what is for some people only, and what was taken down.</summary>
public sealed class VisibilityTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Page = "/series/open/1";

    [Fact]
    public async Task A_recording_for_members_opens_on_the_devices_of_people_who_are_signed_up_and_nowhere_else()
    {
        var (id, file) = await Add("members.mp4", "quokka");
        await site.Get<TakedownService>().SetAudience(site.Host, site.SessionId, id, RecordingAudience.Members);
        var (member, other) = (await Visitor($"{Guid.NewGuid():n}@example.org", signsUp: true), await Visitor($"{Guid.NewGuid():n}@example.org", signsUp: false));
        string[] own = [$"/members/{id}/members.mp4", $"/members/{id}/captions/en.vtt", $"/members/{id}/captions/en.txt"];
        var nowhere = await Text(await Get("/nowhere"));

        foreach (var path in own)
        {
            var answer = await Get(path, member);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true }, path);
            foreach (var visitor in new[] { null, other, "wrong", new string('A', 48) })
            {
                var refused = await Get(path, visitor);
                Assert.Equal((HttpStatusCode.NotFound, nowhere), (refused.StatusCode, await Text(refused)));
            }
        }

        Assert.Equal(HttpStatusCode.PartialContent, (await Get(own[0], member, range: new(0, 9))).StatusCode);
        Assert.Contains(own[0], await Text(await Get(Page, member)), StringComparison.Ordinal);
        foreach (var visitor in new[] { null, other })
        {
            var page = await Text(await Get(Page, visitor));
            Assert.DoesNotContain("members.mp4", page, StringComparison.Ordinal);
            Assert.Contains("There is a recording for people who are signed up.", page, StringComparison.Ordinal);
        }

        foreach (var path in new[] { file, $"/captions/{id}/en.vtt", $"/captions/{id}/en.txt" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Get(path, member)).StatusCode);
        }

        Assert.DoesNotContain("Said", await Text(await Get("/archive?q=quokka")), StringComparison.Ordinal);
        await site.Get<RegistrationService>().Withdraw(member, await Place(member));
        Assert.Equal(HttpStatusCode.NotFound, (await Get(own[0], member)).StatusCode);
    }

    [Fact]
    public async Task A_recording_with_a_link_is_on_no_page_and_its_link_is_kept_nowhere()
    {
        var (id, file) = await Add("linked.mp4", "numbat");
        await site.Get<TakedownService>().SetAudience(site.Host, site.SessionId, id, RecordingAudience.WithLink);
        var token = (await site.Get<AudienceQueries>().Links(site.Host, site.SessionId))![id];

        var page = await Get($"/watch/{token}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", await Text(page), StringComparison.Ordinal);
        Assert.Contains($"/watch/{token}/linked.mp4", await Text(page), StringComparison.Ordinal);
        foreach (var path in new[] { $"/watch/{token}/linked.mp4", $"/watch/{token}/captions/en.vtt", $"/watch/{token}/captions/en.txt" })
            Assert.True((await Get(path)) is { StatusCode: HttpStatusCode.OK, Headers.CacheControl.NoStore: true }, path);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/watch/{token}/other.mp4")).StatusCode);

        foreach (var path in new[] { Page, "/", "/series/open", "/archive", "/archive?q=numbat" })
            Assert.DoesNotContain("linked.mp4", await Text(await Get(path)), StringComparison.Ordinal);
        foreach (var path in new[] { file, $"/captions/{id}/en.vtt" }) Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
    }

    [Fact]
    public async Task What_is_taken_down_is_410_at_once_also_for_whoever_keeps_a_copy_and_the_page_says_so_without_the_reason()
    {
        var (id, file) = await Add("down.mp4", "bilby");
        string[] addresses = [file, $"/captions/{id}/en.vtt", $"/captions/{id}/en.txt"];
        var tags = new List<EntityTagHeaderValue>();
        foreach (var path in addresses)
        {
            var answer = await Get(path);
            Assert.True(answer.Headers.CacheControl!.NoCache, path);
            tags.Add(answer.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await Get(path, tag: tags[^1])).StatusCode);
        }

        Assert.Contains("down.mp4", await Text(await Get(Page)), StringComparison.Ordinal);
        Assert.Null(await site.Get<TakedownService>().TakeDown(site.Host, site.SessionId, id, TakedownReason.Report, "A secret reason"));

        foreach (var (path, tag) in addresses.Zip(tags))
            foreach (var answer in new[] { await Get(path), await Get(path, tag: tag), await Get(path, range: new(0, 9)) })
            {
                Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
                Assert.True(answer.Headers.CacheControl!.NoStore);
                Assert.Contains("This was taken down", await Text(answer), StringComparison.Ordinal);
            }

        var page = await Text(await Get(Page));
        Assert.DoesNotContain("down.mp4", page, StringComparison.Ordinal);
        Assert.Contains("A recording of this session was taken down on", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret reason", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A bilby", await Text(await Get("/archive?q=bilby")), StringComparison.Ordinal);

        Assert.Null(await site.Get<TakedownService>().PutBack(site.Host, site.SessionId, id));
        Assert.Equal(HttpStatusCode.NotModified, (await Get(file, tag: tags[0])).StatusCode);
        Assert.Contains("down.mp4", await Text(await Get(Page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_for_members_that_was_taken_down_says_so_to_members_alone()
    {
        var (id, _) = await Add("both.mp4", "dunnart");
        var member = await Visitor($"{Guid.NewGuid():n}@example.org", signsUp: true);
        await site.Get<TakedownService>().SetAudience(site.Host, site.SessionId, id, RecordingAudience.Members);
        await site.Get<TakedownService>().TakeDown(site.Host, site.SessionId, id, TakedownReason.Other, null);

        Assert.Equal(HttpStatusCode.Gone, (await Get($"/members/{id}/both.mp4", member)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await Get($"/members/{id}/captions/en.vtt", member)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/members/{id}/both.mp4")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/captions/{id}/en.vtt")).StatusCode);
    }

    private async Task<(Guid Id, string Path)> Add(string name, string word)
    {
        var saved = (await site.Get<FileStore>().Save(new MemoryStream(Samples.Mp4), name)).Value!;
        var id = (await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, saved, new())).Value;
        await site.Get<CaptionService>().Save(site.Host, site.SessionId, id, "en", System.Text.Encoding.UTF8.GetBytes($"0:00 A {word} walks in"));
        return (id, FileEndpoints.Path(saved.Id, saved.Name));
    }

    /// <summary>The token of somebody's personal page, which a device that knows them keeps.</summary>
    private async Task<string> Visitor(string address, bool signsUp)
    {
        if (signsUp) await site.Get<RegistrationService>().SignUp(site.SessionId, address);
        else await site.Database.Write(db => Task.FromResult(db.Add(new Person { Address = address, CreatedAt = Sessions.Data.Clock.Now(TimeProvider.System) })));
        await using var db = site.Database.Read();
        return site.Get<StandingLinks>().My(await db.People.SingleAsync(p => p.Address == address));
    }

    private async Task<Guid> Place(string token)
    {
        await using var db = site.Database.Read();
        var person = StandingLinks.ClaimedId(token)!.Value;
        return (await db.Registrations.SingleAsync(r => r.PersonId == person)).Id;
    }

    private async Task<HttpResponseMessage> Get(string path, string? visitor = null, EntityTagHeaderValue? tag = null, RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = range } };
        if (visitor is not null) request.Headers.Add("Cookie", $"me={visitor}");
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        return await site.Client.SendAsync(request);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
