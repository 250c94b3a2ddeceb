using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class DuplicateSeriesTests
{
    private static readonly FakeTime Time = new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task A_sister_takes_over_what_is_arranged_once_and_nobody(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (first, host) = await Start(test);

        var made = (await new DuplicateSeries(test.Database, Time).Save(host, first.Id, " A sister ", null)).Value!;

        await using var db = test.Database.Read();
        var sister = await db.Series.SingleAsync(s => s.Id == made.Id);
        Assert.Equal("a-sister", sister.Slug);
        Assert.Equal(SeriesForm.Of(first) with { Name = "A sister", Slug = "a-sister", Hashtag = null }, SeriesForm.Of(sister));
        Assert.Equal([("Welcome", 5), (null, 40)], (await RunningOrderRows.Template(db, sister.Id)).Select(l => (l.Title, l.Minutes)));
        var grant = await db.HostGrants.SingleAsync(g => g.SeriesId == sister.Id);
        Assert.Equal((host.PersonId, Sessions.People.Role.Host), (grant.PersonId, grant.Role));
        Assert.Equal((null, SeriesStateKind.Running), (sister.Figures, sister.State));
        Assert.False(await db.Sessions.AnyAsync(s => s.SeriesId == sister.Id));
        Assert.False(await db.Partners.AnyAsync(p => p.SeriesId == sister.Id));
        Assert.Equal(2, await db.Audit.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task It_is_refused_to_a_helper_and_without_a_name_or_with_a_taken_address(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (first, host) = await Start(test);
        var duplicate = new DuplicateSeries(test.Database, Time);

        Assert.Equal(SeriesRefusal.NotAllowed, (await duplicate.Save(host with { Series = new HashSet<Guid>(), Helps = new HashSet<Guid> { first.Id } }, first.Id, "A sister", null)).No);
        Assert.Equal(SeriesRefusal.NotAllowed, (await duplicate.Save(host.Only(first.Id), first.Id, "A sister", null)).No);
        Assert.Equal(SeriesRefusal.NameMissing, (await duplicate.Save(host, first.Id, " ", null)).No);
        Assert.Equal(SeriesRefusal.SlugTaken, (await duplicate.Save(host, first.Id, "A sister", "weekly")).No);
        Assert.Equal("weekly-2", (await duplicate.Save(host, first.Id, "Weekly", null)).Value!.Slug);
        await using var db = test.Database.Read();
        Assert.Equal(2, await db.Series.CountAsync());
    }

    private static async Task<(Series First, Actor Host)> Start(TestDatabase test)
    {
        var host = new Person { Name = "Host", CreatedAt = Time.Now() };
        var samples = new Samples(test.Database).Add(host).Series("weekly", "Weekly", s =>
        {
            (s.Hashtag, s.Aim, s.Rule, s.RuleFrom, s.LocalStart, s.DurationMinutes) = ("#weekly", "To meet.", "FREQ=WEEKLY;BYDAY=WE", new(2026, 1, 7), new(11, 30), 45);
            (s.SkippedDates, s.Region, s.Capacity, s.Venue, s.Hue, s.Figures) = (DateList.Of([new(2026, 12, 30)]), "GB", 80, new("https://room.example.org", null, "Hall"), 240, "people | 3 | us");
            s.Pause("Until May", Time.Now());
        }).Session("1").Speaker("Kim Example");
        var first = samples.LastSeries;
        await samples.Add(new Partner { SeriesId = first.Id, Kind = PartnerKind.Sponsor, Name = "The Library" }).Save();
        await test.Database.Write(db =>
        {
            RunningOrderRows.Add(db, first.Id, null, [new(RunningOrderKind.Welcome, 5, "Welcome"), new(RunningOrderKind.Talk, 40)]);
            return Task.CompletedTask;
        });
        return (first, new(host.Id, "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { first.Id }));
    }
}
