using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

/// <summary>Idempotency-Key and If-Match: once only, and only what was seen.</summary>
public sealed class ApiTermsTests
{
    private static readonly object Series = new { name = "Open Hours", zone = "Europe/London" };

    [Theory, EachDatabase]
    public async Task The_same_key_makes_one_series_however_many_ask_at_once_and_all_get_the_same_answer(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);
        var before = await Count(site);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => api.Post("series", Series, "one")));
        var again = await api.Post("series", Series, "one");

        Assert.Equal(before + 1, await Count(site));
        Assert.All(answers, answer => Assert.Equal((201, answers[0].Text, answers[0].Location), (answer.Status, answer.Text, answer.Location)));
        Assert.Equal(answers[0].Text, again.Text);
    }

    [Theory, EachDatabase]
    public async Task Without_a_key_each_call_makes_one(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);
        var before = await Count(site);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => api.Post("series", Series)));

        Assert.Equal(before + 16, await Count(site));
    }

    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_token()
    {
        await using var site = await WholeSite.Open();
        var (api, other) = (await ApiClient.For(site, site.Known.Admin), await ApiClient.For(site, site.Known.Admin));
        await api.Post("series", Series, "one");

        Assert.Equal("keyOfAnother", (await api.Post("series", new { name = "Another", zone = "Europe/London" }, "one")).Code);
        Assert.Equal("keyOfAnother", (await api.Post($"sessions/{site.SessionId}/publish", null, "one")).Code);
        Assert.Equal(201, (await other.Post("series", Series, "one")).Status);
        Assert.Equal("keyUnreadable", (await api.Post("series", Series, "two words")).Code);
        Assert.Equal("keyUnreadable", (await api.Post("series", Series, new('k', 201))).Code);
    }

    [Fact]
    public async Task A_refusal_and_a_preview_spend_no_key()
    {
        await using var site = await WholeSite.Open();
        var api = await ApiClient.For(site, site.Known.Admin);
        object plan = new { sessions = new[] { new { date = "2060-06-02" } } };

        Assert.Equal("zoneUnknown", (await api.Post("series", new { name = "Open Hours", zone = "Mars/Olympus" }, "one")).Code);
        Assert.Equal(201, (await api.Post("series", Series, "one")).Status);
        Assert.Equal(200, (await api.Post($"series/{site.SeriesId}/sessions?preview=true", plan, "two")).Status);
        Assert.Equal(201, (await api.Post($"series/{site.SeriesId}/sessions", plan, "two")).Status);
    }

    [Theory, EachDatabase]
    public async Task When_the_process_ended_before_the_answer_was_kept_the_change_is_not_made_again(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);
        await api.Post("series", Series, "one");
        var before = await Count(site);
        await site.Database.Write(async db => (await db.ApiRequests.SingleAsync()).Status = null);

        var again = await api.Post("series", Series, "one");

        Assert.Equal((409, "doneBefore"), (again.Status, again.Code));
        Assert.Equal(before, await Count(site));
    }

    [Fact]
    public async Task Keys_are_forgotten_after_a_day()
    {
        await using var site = await WholeSite.Open();
        var api = await ApiClient.For(site, site.Known.Admin);
        await api.Post("series", Series, "one");
        await site.Get<ApiRequestJob>().Run(CancellationToken.None);
        await using (var db = site.Database.Read()) Assert.Equal(1, await db.ApiRequests.CountAsync());
        var time = new FakeTime(DateTimeOffset.UtcNow.AddHours(25));

        await new ApiRequestJob(site.Database, time).Run(CancellationToken.None);

        await using var after = site.Database.Read();
        Assert.Equal(0, await after.ApiRequests.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task An_edit_of_what_somebody_else_changed_meanwhile_is_refused(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);
        var seen = (await api.Get($"sessions/{site.SessionId}")).Tag!;
        await site.Get<RegistrationService>().SignUp(site.SessionId, "late@example.org");

        Assert.Equal(seen, (await api.Get($"sessions/{site.SessionId}")).Tag);
        Assert.Equal(200, (await api.Put($"sessions/{site.SessionId}", new { title = "Mine" }, seen)).Status);
        Assert.Equal((412, "stale"), await Refused(api.Put($"sessions/{site.SessionId}", new { title = "Yours" }, seen)));
        Assert.Equal("Mine", (await api.Get($"sessions/{site.SessionId}"))["title"]);
        Assert.Equal(200, (await api.Put($"sessions/{site.SessionId}", new { title = "Any" }, "*")).Status);
        Assert.Equal((412, "stale"), await Refused(api.Put($"sessions/{site.SessionId}", new { title = "Odd" }, "W/\"r1\"")));
        var series = (await api.Get($"series/{site.SeriesId}")).Tag!;
        Assert.Equal(200, (await api.Put($"series/{site.SeriesId}", Series, series)).Status);
        Assert.Equal((412, "stale"), await Refused(api.Put($"series/{site.SeriesId}", Series, series)));
    }

    [Theory, EachDatabase]
    public async Task Of_many_edits_of_one_revision_at_once_exactly_one_is_kept(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);
        var seen = (await api.Get($"sessions/{site.SessionId}")).Tag!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => api.Put($"sessions/{site.SessionId}", new { title = $"Title {i}" }, seen)));
        var free = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => api.Put($"sessions/{site.SessionId}", new { title = $"Title {i}" })));

        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.Equal(11, answers.Count(a => a.Status == 412));
        Assert.All(free, a => Assert.Equal(200, a.Status));
    }

    [Fact]
    public async Task What_has_no_revision_says_so_and_what_was_read_is_not_sent_again()
    {
        await using var site = await WholeSite.Open();
        var api = await ApiClient.For(site, site.Known.Admin);

        Assert.Equal((400, "noRevisions"), await Refused(api.Put($"sessions/{site.SessionId}/write-up", new { text = "a" }, "\"r1\"")));
        foreach (var path in new[] { "series", $"series/{site.SeriesId}", $"sessions/{site.SessionId}", $"sessions/{site.SessionId}/attendees" })
        {
            var (first, second) = (await api.Get(path), await api.Get(path, (await api.Get(path)).Tag));
            Assert.Equal((200, 304, ""), (first.Status, second.Status, second.Text));
        }
    }

    private static async Task<(int, string?)> Refused(Task<ApiResult> call)
    {
        var answer = await call;
        return (answer.Status, answer.Code);
    }

    private static async Task<int> Count(WholeSite site)
    {
        await using var db = site.Database.Read();
        return await db.Series.CountAsync();
    }
}
