using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Views;

public sealed class HostViewTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 13, 9, 0);

    private static readonly Actor Stranger = new(Guid.NewGuid(), "Somebody else", IsAdmin: false, IsHost: true, new HashSet<Guid> { Guid.NewGuid() });

    private static Actor Host(Samples samples) => new(Guid.NewGuid(), "A host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });

    [Theory, EachDatabase]
    public async Task Today_names_what_is_missing_before_and_after_a_session(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly")
            .Session("held", Samples.At(2023, 9, 13), number: 40).Session("next", Samples.At(2023, 11, 1), number: 41).Speaker("Ada Example")
            .Session("bare", Samples.At(2023, 11, 8), number: 42, with: s => s.OwnVenue = new("https://room.example.org")).Session("draft", Samples.At(2023, 11, 15), published: false)
            .Session("far", Samples.At(2024, 3, 1), number: 50).Save();

        var today = await new TodayView(test.Database).Read(Host(samples), Now);

        Assert.Equal(
            [(NeedKind.NoWayIn, 41), (NeedKind.NoTitle, 41), (NeedKind.NoSpeaker, 42), (NeedKind.NoRecordingAndNoWriteUp, 40), (NeedKind.Drafts, null)],
            today.Needs.Select(n => (n.Kind, n.Session?.Number)));
        Assert.Equal([41, 42, 50], today.Next.Select(s => s.Number));
        Assert.Equal([40], today.Held.Select(s => s.Number));
        Assert.Equal(1, today.Drafts);
    }

    [Theory, EachDatabase]
    public async Task Today_counts_the_mails_of_the_hosts_own_series_only(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("other").Session("theirs").Series("weekly").Session("mine").Save();
        var (mine, series) = (samples.LastSession.Id, samples.LastSeries.Id);
        await test.Database.Write(async db =>
        {
            foreach (var n in Enumerable.Range(0, 2))
                await db.Owe(new($"reminder:{n}", "registration.confirmed", mine, Guid.NewGuid(), $"a{n}@example.org", Now + Duration.FromDays(9))
                { SeriesId = series, SessionId = mine, DueAt = Now + Duration.FromDays(3) }, Now);
            await db.Owe(new("other:1", "registration.confirmed", mine, Guid.NewGuid(), "b@example.org", Now + Duration.FromDays(9)) { SeriesId = Guid.NewGuid() }, Now);
        });

        var today = await new TodayView(test.Database).Read(Host(samples), Now);
        var stranger = await new TodayView(test.Database).Read(Stranger, Now);

        var later = Assert.Single(today.GoingOut);
        Assert.Equal((2, Now + Duration.FromDays(3)), (later.Count, later.DueAt));
        Assert.Equal(2, today.Mail.Waiting);
        Assert.Equal(0, stranger.Mail.Waiting);
        Assert.Empty(stranger.Series);
        Assert.Empty(stranger.Next);
    }

    [Theory, EachDatabase]
    public async Task A_series_shows_its_hosts_what_comes_what_waits_as_a_draft_and_what_was_held(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("held", Samples.At(2023, 9, 13)).Session("older", Samples.At(2023, 8, 13))
            .Session("next", Samples.At(2023, 11, 1)).Session("draft", Samples.At(2023, 11, 15), published: false).Save();
        var view = new HostSeriesView(test.Database);

        var facts = await view.Read(Host(samples), "weekly", Now);

        Assert.Equal(["next"], facts!.Next.Select(s => s.Slug));
        Assert.Equal(["draft"], facts.Drafts.Select(s => s.Slug));
        Assert.Equal(["held", "older"], facts.Held.Select(s => s.Slug));
        Assert.Null(await view.Read(Stranger, "weekly", Now));
        Assert.Null(await view.Read(Host(samples), "unknown", Now));
    }

    [Theory, EachDatabase]
    public async Task A_host_of_another_series_sees_nothing_of_a_session(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one").Save();
        var id = samples.LastSession.Id;
        await SignUp(test.Database, id, "first@example.org");
        await test.Database.Write(db =>
        {
            db.Add(new AuditEntry { At = Now, SeriesId = samples.LastSeries.Id, SessionId = id, Text = "Changed the session" });
            return Task.CompletedTask;
        });
        var view = new HostSessionView(test.Database);

        Assert.NotNull(await view.Read(Host(samples), id));
        Assert.Single(await view.People(Host(samples), id));
        Assert.Equal("Changed the session", Assert.Single(await view.History(Host(samples), id)).Text);
        Assert.Null(await view.Read(Stranger, id));
        Assert.Empty(await view.People(Stranger, id));
        Assert.Empty(await view.Mails(Stranger, id));
        Assert.Empty(await view.History(Stranger, id));
    }

    [Theory, EachDatabase]
    public async Task People_stand_in_the_order_they_came_and_the_line_is_numbered(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", with: s => s.Capacity = 1).Save();
        foreach (var name in new[] { "a", "b", "c" }) await SignUp(test.Database, samples.LastSession.Id, $"{name}@example.org");

        var people = await new HostSessionView(test.Database).People(Host(samples), samples.LastSession.Id);

        Assert.Equal([("a@example.org", null), ("b@example.org", 1), ("c@example.org", 2)], people.Select(p => (p.Address, p.Place)));
    }

    [Theory, EachDatabase]
    public async Task Three_sessions_cost_the_console_as_many_queries_as_one(DatabaseProvider provider)
    {
        Assert.Equal(await Queries(provider, 1), await Queries(provider, 3));

        static async Task<(int, int)> Queries(DatabaseProvider provider, int sessions)
        {
            await using var test = await TestDatabase.Create(provider);
            var samples = new Samples(test.Database).Series("weekly");
            for (var n = 0; n < sessions; n++) samples.Session($"s{n}", Samples.At(2023, 11, 1 + n)).Speaker($"Speaker {n}");
            await samples.Save();
            using var first = new QueryCount(test);
            await new TodayView(test.Database).Read(Host(samples), Now);
            var today = first.Commands;
            using var second = new QueryCount(test);
            await new HostSeriesView(test.Database).Read(Host(samples), "weekly", Now);
            var series = second.Commands;
            Assert.True(today > 0 && series > 0);
            return (today, series);
        }
    }

    private static Task SignUp(Database database, Guid sessionId, string address) => database.Write(async db =>
    {
        var session = await db.Sessions.SingleAsync(s => s.Id == sessionId);
        var person = new Person { Address = address, CreatedAt = Now };
        var registration = new Registration { SessionId = sessionId, PersonId = person.Id, CreatedAt = Now };
        registration.Enter(session, Now);
        db.AddRange(person, registration);
    });
}
