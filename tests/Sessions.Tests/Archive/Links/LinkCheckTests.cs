using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Links;
using Sessions.Data;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Links;

public sealed class LinkCheckTests
{
    [Theory, EachDatabase]
    public async Task A_link_is_dead_after_two_failures_on_different_days_and_alive_again_when_it_answers(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await using var host = await ForeignHost.Start();
        var job = Job(stage, host);
        var id = await Link(stage, host.Url("/slides"));

        await job.Run(default);
        Assert.Equal((LinkState.Failing, LinkFault.Gone, 404), Of(await Found(stage, id)));
        stage.Time.Advance(TimeSpan.FromHours(1));
        await job.Run(default);
        Assert.Equal(LinkState.Failing, (await Found(stage, id))!.State);
        Assert.Single(host.Asked, "HEAD /slides");

        stage.Time.Advance(TimeSpan.FromHours(20));
        await job.Run(default);
        var dead = await Found(stage, id);
        Assert.Equal((LinkState.Dead, LinkFault.Gone, 404), Of(dead));
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 12, 0), dead!.FailingSince);

        host.Answers("/slides", 200);
        stage.Time.Advance(TimeSpan.FromDays(7));
        await job.Run(default);
        Assert.Equal(LinkState.Works, (await Found(stage, id))!.State);
        Assert.Null((await Found(stage, id))!.FailingSince);
    }

    [Theory, EachDatabase]
    public async Task Each_public_link_is_looked_at_once_a_week_and_what_is_not_public_never(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await using var host = await ForeignHost.Start();
        foreach (var path in new[] { "/slides", "/video", "/text", "/closed" }) host.Answers(path, 200);
        await Link(stage, host.Url("/slides"));
        await Link(stage, host.Url("/slides"), "The same once more");
        await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Recording, host.Url("/video", "two.example.org"), new());
        await stage.Archive.SaveWriteUp(stage.Host, stage.SessionId, null, host.Url("/text"));
        await Items(stage).AddResource(stage.Host, stage.SessionId, new("Records", host.Url("/closed"), Access: ResourceAccess.Closed, Contact: "The Library"));
        var job = Job(stage, host);

        await job.Run(default);
        Assert.Equal(["HEAD /slides", "HEAD /text", "HEAD /video"], host.Asked.Where(a => a.StartsWith("HEAD", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(2, host.Asked.Count(a => a == "GET /robots.txt"));
        host.Asked.Clear();
        stage.Time.Advance(TimeSpan.FromDays(6));
        await job.Run(default);
        Assert.Empty(host.Asked);

        await stage.Database.Write(async db => (await db.Sessions.SingleAsync()).PublishedAt = null);
        stage.Time.Advance(TimeSpan.FromDays(2));
        await job.Run(default);
        Assert.Empty(host.Asked);
        await using var read = stage.Database.Read();
        Assert.Empty(await read.LinkChecks.ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_host_of_the_series_has_a_link_looked_at_now_and_nobody_else_nor_twice_in_a_minute(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await using var host = await ForeignHost.Start();
        host.Answers("/slides", 200);
        var id = await Link(stage, host.Url("/slides"));
        var service = new LinkCheckService(stage.Database, Options(host), stage.Time);

        Assert.Equal(ArchiveRefusal.NotAllowed, (await service.CheckNow(stage.Stranger, stage.SessionId, id)).No);
        Assert.Equal(ArchiveRefusal.NotFound, (await service.CheckNow(stage.Host, stage.SessionId, Guid.NewGuid())).No);
        Assert.Equal(LinkState.Works, (await service.CheckNow(stage.Host, stage.SessionId, id)).Value!.State);
        Assert.Equal(ArchiveRefusal.CheckedJustNow, (await service.CheckNow(stage.Host, stage.SessionId, id)).No);
        stage.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await service.CheckNow(stage.Host, stage.SessionId, id)).Ok);
        Assert.Equal(ArchiveRefusal.ChecksAreOff, (await new LinkCheckService(stage.Database, Options(host) with { IsOn = false }, stage.Time).CheckNow(stage.Host, stage.SessionId, id)).No);
    }

    [Theory, EachDatabase]
    public async Task A_host_that_asked_for_patience_is_not_asked_before_and_no_link_is_called_dead_for_it(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await using var host = await ForeignHost.Start();
        host.Answers("/slides", 503, ("Retry-After", "600000"));
        var id = await Link(stage, host.Url("/slides"));
        var job = Job(stage, host);

        await job.Run(default);
        Assert.Equal((LinkState.NotLookedAt, LinkFault.Busy, 503), Of(await Found(stage, id)));
        host.Asked.Clear();
        stage.Time.Advance(TimeSpan.FromDays(6));
        await job.Run(default);
        Assert.Empty(host.Asked);
        stage.Time.Advance(TimeSpan.FromDays(2));
        await job.Run(default);
        Assert.Contains("HEAD /slides", host.Asked);
        Assert.Equal(LinkState.NotLookedAt, (await Found(stage, id))!.State);
    }

    [Theory, EachDatabase]
    public async Task With_the_setting_off_nothing_leaves_the_server(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await using var host = await ForeignHost.Start();
        var id = await Link(stage, host.Url("/slides"));

        await new LinkCheckJob(stage.Database, Options(host) with { IsOn = false }, stage.Time).Run(default);

        Assert.Empty(host.Asked);
        Assert.Null(await Found(stage, id));
    }

    private static LinkCheckOptions Options(ForeignHost host) => new(IsOn: true, new("https://sessions.example.org")) { Pause = TimeSpan.Zero, Reach = host.Reach };

    private static LinkCheckJob Job(Stage stage, ForeignHost host) => new(stage.Database, Options(host), stage.Time);

    private static ItemService Items(Stage stage) => new(stage.Database, stage.Files, stage.Time);

    private static async Task<Guid> Link(Stage stage, string url, string title = "Slides") => (await Items(stage).AddResource(stage.Host, stage.SessionId, new(title, url))).Value;

    private static async Task<LinkFinding?> Found(Stage stage, Guid id) => (await stage.ArchiveQueries.Items(stage.Host, stage.SessionId)).Single(i => i.Id == id).Link;

    private static (LinkState State, LinkFault? Fault, int? Status) Of(LinkFinding? found) => (found!.State, found.Fault, found.Status);
}
