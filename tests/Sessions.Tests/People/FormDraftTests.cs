using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;
using Sessions.Web.Host;
using Sessions.Workflows;

namespace Sessions.Tests.People;

public sealed class FormDraftTests
{
    private const string Lines = "2 Dec 2026, A \"quoted\" title\n9 Dec 2026";

    private readonly FakeTime _time = new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task The_last_words_of_each_form_are_kept_for_whoever_typed_them_alone(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (drafts, queries) = (new FormDraftService(test.Database, _time), new FormDraftQueries(test.Database));
        var (anna, bert) = (await Host(test), await Host(test));

        Assert.Null(await drafts.Keep(anna, "write-up:1", "a", "One"));
        Assert.Null(await drafts.Keep(anna, "write-up:1", "b", "Two"));
        Assert.Null(await drafts.Keep(anna, "write-up:2", "a", "Other"));

        Assert.Equal(("b", "Two"), (await queries.Find(anna, "write-up:1")) is { } kept ? (kept.Basis, kept.Typed) : default);
        Assert.Null(await queries.Find(bert, "write-up:1"));
        await drafts.Forget(bert, "write-up:1");
        await drafts.Forget(anna, "write-up:2");
        await using var db = test.Database.Read();
        Assert.Equal("Two", (await db.FormDrafts.SingleAsync()).Typed);
    }

    [Theory, EachDatabase]
    public async Task Nobody_in_particular_keeps_nothing_and_nothing_endless_is_kept(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var drafts = new FormDraftService(test.Database, _time);
        var host = await Host(test);

        Assert.Equal(FormDraftRefusal.NotAllowed, await drafts.Keep(host with { IsHost = false }, "text:about", "-", "x"));
        Assert.Equal(FormDraftRefusal.TooLong, await drafts.Keep(host, "text:about", "-", new('x', FormDraft.LongestTyped + 1)));
        Assert.Null(await drafts.Keep(host, "text:about", "-", new('x', FormDraft.LongestTyped)));
    }

    [Theory, EachDatabase]
    public async Task A_draft_is_forgotten_after_ninety_days(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (drafts, job) = (new FormDraftService(test.Database, _time), new FormDraftJob(test.Database, _time));
        var host = await Host(test);
        await drafts.Keep(host, "old", "-", "x");
        _time.Advance(TimeSpan.FromDays(60));
        await drafts.Keep(host, "new", "-", "x");
        await job.Run(CancellationToken.None);
        await using (var db = test.Database.Read()) Assert.Equal(2, await db.FormDrafts.CountAsync());

        _time.Advance(TimeSpan.FromDays(31));
        await job.Run(CancellationToken.None);

        await using (var db = test.Database.Read()) Assert.Equal("new", (await db.FormDrafts.SingleAsync()).Form);
    }

    [Theory, EachDatabase]
    public async Task What_stood_on_a_planning_screen_before_the_upgrade_stands_there_after_it(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Empty(provider);
        var (host, series) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var old = test.Database.Read())
        {
            var before = old.Database.GetMigrations().Last(m => m.EndsWith("_Scheduling", StringComparison.Ordinal));
            await old.GetService<IMigrator>().MigrateAsync(before);
            object now = provider == DatabaseProvider.Postgres ? DateTime.UtcNow : DateTime.UtcNow.Ticks;
            await old.Database.ExecuteSqlAsync($"""
                INSERT INTO people ("Id", "Name", "CreatedAt", "LinkGeneration", "CalendarVersion") VALUES ({host}, 'Host', {now}, 0, 0);
                INSERT INTO plan_drafts ("SeriesId", "PersonId", "Text", "SavedAt") VALUES ({series}, {host}, {Lines}, {now});
                """);
        }

        await test.Database.Migrate();

        var kept = await new FormDraftQueries(test.Database).Find(new(host, "Host", false, true, new HashSet<Guid>()), PlanSessions.DraftForm(series));
        Assert.True(FormState.TryRead<string>(kept!.Typed, out var typed));
        Assert.Equal(Lines, typed);
        Assert.Equal(FormState.Hash(FormState.Write("")), kept.Basis);
    }

    private async Task<Actor> Host(TestDatabase test)
    {
        var person = new Person { Name = "Host", CreatedAt = _time.Now() };
        await new Samples(test.Database).Add(person).Save();
        return new(person.Id, "Host", IsAdmin: false, IsHost: true, new HashSet<Guid>());
    }
}
