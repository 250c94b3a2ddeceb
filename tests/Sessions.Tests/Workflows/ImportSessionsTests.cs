using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

public sealed class ImportSessionsTests
{
    private const string Table = """
        Number,Title,Date,Start,Speakers,Recording,Write-up,Cancelled,Because
        1,First,2020-03-26,11:00,Ada Example; Noor Example <noor@example.org>,https://video.example.org/1,https://notes.example.org/1,,
        2,To come,2026-12-02,12:00,Noor <NOOR@example.org>; Ada Example,,,,
        ,Off,2026-12-09,12:00,,,,yes,The hall is gone
        ,No day,not yet,,,,,,
        2,Twice,2026-12-16,12:00,,,,,
        """;

    private static readonly FakeTime Time = new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task The_preview_says_what_the_save_makes_and_nobody_is_told(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (import, host, seriesId) = await Start(test);
        foreach (var publish in new[] { true, false })
        {
            var file = File(seriesId, Table.Replace("Twice", publish ? "Twice" : "Once more", StringComparison.Ordinal)) with { Publish = publish };
            var preview = (await import.Preview(host, file)).Value!;
            if (publish) Assert.Equal((3, 0, 2), (preview.New, preview.Skipped, preview.Faulty));
            else Assert.Equal((0, 4, 1), (preview.New, preview.Skipped, preview.Faulty));

            var saved = (await import.Save(host, file)).Value!;

            Assert.True(saved.IsSaved);
            Assert.Equal(preview.Rows.Select(Said), saved.Rows.Select(Said));
        }

        await using var db = test.Database.Read();
        var sessions = await db.Sessions.OrderBy(s => s.SortDate).ToListAsync();
        Assert.Equal(["First", "To come", "Off"], sessions.Select(s => s.Title));
        Assert.Equal(["1-first", "2-to-come", "off"], sessions.Select(s => s.Slug));
        Assert.Equal((Time.Now(), "The hall is gone"), (sessions[2].CancelledAt, sessions[2].CancelledBecause));
        Assert.All(sessions, s => Assert.Equal(Time.Now(), s.PublishedAt));
        Assert.Equal("https://video.example.org/1", (await db.Recordings.SingleAsync()).Url);
        Assert.Equal("https://notes.example.org/1", (await db.WriteUps.SingleAsync()).Url);
        var programme = await db.Appearances.Include(a => a.Person).ToListAsync();
        Assert.Equal(4, programme.Count);
        Assert.All(programme, a => Assert.Equal(AppearanceState.Named, a.State));
        Assert.Equal(["Ada Example", "Noor Example"], programme.Select(a => a.Person!.Name).Distinct().Order());
        Assert.False(await db.Outbox.AnyAsync() || await db.Notices.AnyAsync());
        Assert.Equal("Imported 3 sessions from a file", (await db.Audit.SingleAsync()).Text);
        static string Said(ImportRow row) => $"{row.Line} {row.Record?.Title} {row.Fault} {row.Skip}";
    }

    [Theory, EachDatabase]
    public async Task A_preview_a_refusal_and_a_fault_where_all_must_be_well_write_nothing(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (import, host, seriesId) = await Start(test);

        await import.Preview(host, File(seriesId, Table));
        Assert.False((await import.Save(host, File(seriesId, Table) with { AllOrNothing = true })).Value!.IsSaved);
        Assert.Equal(ImportRefusal.NotAllowed, (await import.Save(host with { Series = new HashSet<Guid>() }, File(seriesId, Table))).No);
        Assert.Equal(ImportRefusal.NotAllowed, (await import.Save(host with { Series = new HashSet<Guid>(), Helps = new HashSet<Guid> { seriesId } }, File(seriesId, Table))).No);
        Assert.Equal(ImportRefusal.NotFound, (await import.Save(host with { IsAdmin = true }, File(Guid.NewGuid(), Table))).No);
        Assert.Equal(ImportRefusal.HeadingsUnreadable, (await import.Save(host, File(seriesId, "no table"))).No);

        await using var db = test.Database.Read();
        Assert.False(await db.Sessions.AnyAsync() || await db.Appearances.AnyAsync() || await db.Audit.AnyAsync());
    }

    [Theory, EachDatabase]
    public async Task Two_thousand_rows_with_speakers_are_saved_at_once(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (import, host, seriesId) = await Start(test);
        var table = "title,date,speakers\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"Session,{new LocalDate(2000, 1, 1).PlusDays(i):uuuu-MM-dd},Speaker {i % 700}; s{i % 900}@example.org\n"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(2000, (await import.Save(host, File(seriesId, table))).Value!.New);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        await using var db = test.Database.Read();
        Assert.Equal((2000, 4000, 1600), (await db.Sessions.CountAsync(), await db.Appearances.CountAsync(), await db.People.CountAsync(p => p.Slug != null)));
    }

    private static ImportFile File(Guid seriesId, string text) => new(seriesId, Encoding.UTF8.GetBytes(text), null, Publish: false);

    private static async Task<(ImportSessions Import, Actor Host, Guid SeriesId)> Start(TestDatabase test)
    {
        var host = new Person { Name = "Host", CreatedAt = Time.Now() };
        var samples = await new Samples(test.Database).Add(host).Series("weekly").Save();
        var id = samples.LastSeries.Id;
        return (new(test.Database, Time), new(host.Id, "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { id }), id);
    }
}
