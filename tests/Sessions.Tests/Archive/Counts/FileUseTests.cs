using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Counts;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;
using Sessions.Views;

namespace Sessions.Tests.Archive.Counts;

public sealed class FileUseTests
{
    private static readonly LocalDate Day = new(2023, 10, 1);

    [Theory, EachDatabase]
    public async Task What_was_counted_is_written_by_day_and_kind_and_added_to_what_was_there(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (uses, file, _) = await Stage(test);
        var job = new FileUseJob(test.Database, uses);
        foreach (var (kind, day) in new[] { (UseKind.Play, Day), (UseKind.Play, Day), (UseKind.Download, Day), (UseKind.Play, Day.PlusDays(1)) }) uses.Note(file, kind, day);
        await job.Run(CancellationToken.None);
        uses.Note(file, UseKind.Play, Day);
        uses.Note(Guid.NewGuid(), UseKind.Play, Day);
        await job.Run(CancellationToken.None);
        await job.Run(CancellationToken.None);

        await using var db = test.Database.Read();
        var rows = await db.FileUses.OrderBy(u => u.Day).ThenBy(u => u.Kind).ToListAsync();
        Assert.Equal([(Day, UseKind.Play, 3), (Day, UseKind.Download, 1), (Day.PlusDays(1), UseKind.Play, 1)], rows.Select(u => (u.Day, u.Kind, u.Times)));
    }

    [Theory, EachDatabase]
    public async Task Counting_empties_no_cache_of_pages_and_the_session_and_its_hosts_see_the_sum(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (uses, file, samples) = await Stage(test);
        var version = test.Database.Version.Current;
        for (var n = 0; n < 5; n++) uses.Note(file, UseKind.Play, Day.PlusDays(n));
        uses.Note(file, UseKind.Download, Day);

        await new FileUseJob(test.Database, uses).Run(CancellationToken.None);
        var facts = await new SessionView(test.Database).Read("weekly", "one", Instant.FromUtc(2023, 12, 1, 0, 0));
        var host = new Actor(Guid.NewGuid(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { samples.LastSeries.Id });
        var item = Assert.Single(await new ArchiveQueries(test.Database).Items(host, samples.LastSession.Id));

        Assert.Equal(version, test.Database.Version.Current);
        Assert.Equal(new FileUseSum(file, 5, 1), Assert.Single(facts!.Uses));
        Assert.Equal((5, 1), (item.Plays, item.Downloads));
    }

    [Theory, EachDatabase]
    public async Task A_file_that_is_removed_takes_its_counts_with_it(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (uses, file, samples) = await Stage(test);
        uses.Note(file, UseKind.Play, Day);
        await new FileUseJob(test.Database, uses).Run(CancellationToken.None);

        await test.Database.Write(async db => await db.RemoveItem((await db.Recordings.SingleAsync(r => r.SessionId == samples.LastSession.Id)).Id));

        await using var db = test.Database.Read();
        Assert.Empty(await db.FileUses.ToListAsync());
    }

    [Fact]
    public async Task What_could_not_be_written_is_counted_the_next_time()
    {
        var test = await TestDatabase.Create(DatabaseProvider.Sqlite);
        var uses = new FileUses();
        uses.Note(Guid.NewGuid(), UseKind.Play, Day, 2);
        var job = new FileUseJob(test.Database, uses);
        await test.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => job.Run(CancellationToken.None));

        Assert.Equal(2, Assert.Single(uses.Take()).Value);
    }

    private static async Task<(FileUses Uses, Guid File, Samples Samples)> Stage(TestDatabase test)
    {
        var samples = await new Samples(test.Database).Series("weekly").Session("one").RecordingFile().Save();
        await using var db = test.Database.Read();
        return (new(), await db.Files.Select(f => f.Id).SingleAsync(), samples);
    }
}
