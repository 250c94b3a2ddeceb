using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class PlanSessionsTests
{
    private static readonly FakeTime Time = new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
    private static readonly LocalDate FirstDay = new(2026, 12, 2);

    [Theory, EachDatabase]
    public async Task Ten_lines_become_ten_numbered_sessions_in_one_save(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, host, seriesId) = await Start(test);

        var answer = await plans.Save(host, PlanOf(seriesId, Enumerable.Range(0, 10).Reverse().Select(i => Line(i, $"Talk {i}", new LineSpeaker(null, $"s{i}@example.org")))) with { FirstNumber = 36 });

        Assert.Equal((10, 10), (answer.Value!.Sessions, answer.Value.Mails.Count));
        await using var db = test.Database.Read();
        var rows = await db.Sessions.OrderBy(s => s.When.Start).ToListAsync();
        Assert.Equal(Enumerable.Range(36, 10), rows.Select(s => s.Number!.Value));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (string?)$"Talk {i}"), rows.Select(s => s.Title));
        Assert.All(rows, s => Assert.Equal((100, 60, Time.Now()), (s.Capacity!.Value, s.DurationMinutes, s.PublishedAt!.Value)));
        Assert.Equal(rows.Select(s => s.When.Start), Enumerable.Range(0, 10).Select(i => (Instant?)(Instant.FromUtc(2026, 12, 2, 12, 0) + Duration.FromDays(7 * i))));
    }

    [Theory, EachDatabase]
    public async Task Whole_days_are_planned_without_an_hour_and_only_as_many_as_a_calendar_looks_back(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, host, seriesId) = await Start(test);
        PlannedSession Days(int days) => new(FirstDay.AtMidnight(), 60, "Sprint", []) { LastDate = FirstDay.PlusDays(days - 1) };

        Assert.Equal(PlanRefusal.DaysOutOfRange, (await plans.Preview(host, PlanOf(seriesId, [Days(32)]))).No);
        Assert.Equal(PlanRefusal.DaysOutOfRange, (await plans.Preview(host, PlanOf(seriesId, [Days(0)]))).No);
        await plans.Save(host, PlanOf(seriesId, [Days(3)]));

        await using var db = test.Database.Read();
        Assert.Equal(SessionTime.Days(FirstDay, FirstDay.PlusDays(2), Samples.Zone), (await db.Sessions.SingleAsync()).When);
    }

    /// <summary>What a host is shown before the save is what the save writes, whatever the lines hold.</summary>
    [Theory, EachDatabase]
    public async Task The_preview_names_exactly_the_mails_that_the_save_owes(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, host, seriesId) = await Start(test);
        var random = new Random(20261120);
        var day = 0;
        for (var round = 0; round < 25; round++)
        {
            var plan = PlanOf(seriesId, Enumerable.Range(0, random.Next(1, 12)).Select(_ => Line(day++, random.Next(3) == 0 ? null : "Same title", [.. Speakers(random)])));
            // Some dates before today: nobody is asked to speak at a session that is over.
            if (random.Next(4) == 0) plan = plan with { Sessions = [.. plan.Sessions.Select(s => s with { Start = s.Start.PlusYears(-6) })] };
            plan = plan with { Publish = random.Next(3) > 0 };
            var before = await Outbox(test);

            var preview = await plans.Preview(host, plan);
            Assert.Equal(before, await Outbox(test));
            var saved = await plans.Save(host, plan);

            var written = (await Outbox(test)).Except(before).Select(m => (m.Kind, m.Recipient)).Order().ToList();
            Assert.Equal(written, preview.Value!.Mails.Select(m => (m.Kind, m.Recipient)).Order());
            Assert.Equal(written, saved.Value!.Mails.Select(m => (m.Kind, m.Recipient)).Order());
            if (!plan.Publish) Assert.Empty(written);
        }
        Assert.NotEmpty(await Outbox(test));
    }

    [Theory, EachDatabase]
    public async Task The_same_title_ten_times_gives_ten_addresses(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, host, seriesId) = await Start(test);
        var plan = PlanOf(seriesId, [Line(0, "Open hour"), Line(1, "Open hour"), Line(2, null), Line(3, "Open hour"), Line(3, null), Line(3, null)]);
        await plans.Save(host, plan);
        await plans.Save(host, plan);

        await using var db = test.Database.Read();
        var slugs = await db.Sessions.Select(s => s.Slug).ToListAsync();
        Assert.Equal(12, slugs.Distinct().Count());
        Assert.All(slugs, slug => Assert.Equal(slug, Slug.From(slug)));
    }

    [Theory, EachDatabase]
    public async Task A_refused_plan_writes_nothing_at_all(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, host, seriesId) = await Start(test);
        await plans.Save(host, PlanOf(seriesId, [Line(0, "First")]) with { FirstNumber = 3 });
        var before = (await Outbox(test)).Count;
        var two = PlanOf(seriesId, [Line(1, "A", new LineSpeaker("Ann Example", "ann@example.org")), Line(2, "B")]);

        Assert.Equal(PlanRefusal.NumberTaken, (await plans.Save(host, two with { FirstNumber = 2 })).No);
        Assert.Equal(PlanRefusal.ZoneUnknown, (await plans.Save(host, two with { Zone = "Europe/Atlantis" })).No);
        Assert.Equal(PlanRefusal.Empty, (await plans.Save(host, two with { Sessions = [] })).No);
        Assert.Equal(PlanRefusal.TooMany, (await plans.Save(host, PlanOf(seriesId, Enumerable.Range(0, 201).Select(i => Line(i, null))))).No);

        await using var db = test.Database.Read();
        Assert.Equal(1, await db.Sessions.CountAsync());
        Assert.Equal(0, await db.Appearances.CountAsync());
        Assert.Equal(before, (await Outbox(test)).Count);
    }

    [Theory, EachDatabase]
    public async Task The_host_of_another_series_is_refused_and_an_admin_is_not(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, _, seriesId) = await Start(test);
        var stranger = new Actor(Guid.CreateVersion7(), "Stranger", IsAdmin: false, IsHost: true, new HashSet<Guid> { Guid.CreateVersion7() });
        var plan = PlanOf(seriesId, [Line(0, "Mine now", new LineSpeaker(null, "ann@example.org"))]);

        Assert.Equal(PlanRefusal.NotAllowed, (await plans.Preview(stranger, plan)).No);
        Assert.Equal(PlanRefusal.NotAllowed, (await plans.Save(stranger, plan)).No);
        Assert.True((await plans.Save(stranger with { IsAdmin = true }, plan)).Ok);
    }

    [Theory, EachDatabase]
    public async Task A_saved_plan_takes_its_draft_away_and_leaves_other_hosts_drafts(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (plans, host, seriesId) = await Start(test);
        var other = host with { PersonId = Guid.CreateVersion7() };
        await test.Database.Write(db =>
        {
            db.Add(new Person { Id = other.PersonId, Name = "Other Host", CreatedAt = Time.Now() });
            return Task.CompletedTask;
        });
        var drafts = new FormDraftService(test.Database, Time);
        await drafts.Keep(host, PlanSessions.DraftForm(seriesId), "-", "2 Dec 2026");
        await drafts.Keep(other, PlanSessions.DraftForm(seriesId), "-", "9 Dec 2026");

        await plans.Save(host, PlanOf(seriesId, [Line(0, null)]));

        await using var db = test.Database.Read();
        Assert.Equal("9 Dec 2026", (await db.FormDrafts.SingleAsync()).Typed);
    }

    private static async Task<(PlanSessions Plans, Actor Host, Guid SeriesId)> Start(TestDatabase test)
    {
        var host = new Person { Name = "Host", CreatedAt = Time.Now() };
        var samples = await new Samples(test.Database).Add(host).Series("weekly").Save();
        var id = samples.LastSeries.Id;
        return (new(test.Database, Time), new(host.Id, "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { id }), id);
    }

    private static Plan PlanOf(Guid seriesId, IEnumerable<PlannedSession> sessions) => new(seriesId, Samples.Zone, 100, null, Publish: true, [.. sessions]);

    private static PlannedSession Line(int week, string? title, params LineSpeaker[] speakers) => new(FirstDay.PlusWeeks(week) + new LocalTime(12, 0), 60, title, speakers);

    private static IEnumerable<LineSpeaker> Speakers(Random random) => Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) switch
    {
        0 => new LineSpeaker($"Name {random.Next(5)}", null),
        1 => new LineSpeaker(null, $"a{random.Next(5)}@example.org"),
        _ => new LineSpeaker($"Name {random.Next(5)}", $"A{random.Next(5)}@Example.org"),
    });

    private static async Task<List<(string Key, string Kind, string Recipient)>> Outbox(TestDatabase test)
    {
        await using var db = test.Database.Read();
        return [.. (await db.Outbox.Select(m => new { m.Key, m.Kind, m.Recipient }).ToListAsync()).Select(m => (m.Key, m.Kind, m.Recipient)).Order()];
    }
}
