using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Data.Search;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Data.Search;

public sealed class SearchIndexTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 1, 9, 0);
    private static readonly string[] Vocabulary = ["River", "bridge", "Café", "data-driven", "OpenData", "wards", "41", "Łódź", "methods", "inequality"];

    [Theory, EachDatabase]
    public async Task After_many_random_edits_the_index_is_what_a_new_one_would_be(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var random = new Random(20231101);
        var samples = new Samples(test.Database);
        for (var series = 0; series < 2; series++)
        {
            samples.Series($"series-{series}", Text(random));
            for (var i = 1; i <= 5; i++) samples.Session($"s{i}", Samples.At(2023, 1 + i, 4), Text(random), i, published: i % 2 == 0).Speaker($"Person {series} {i}", Text(random));
        }
        await samples.Save();

        var edits = Scale.Of(120, 1500);
        for (var i = 0; i < edits; i++) await Edit(test.Database, random);
        var kept = await Read(test.Database);
        await test.Database.Write(async db => db.RemoveRange(await db.SearchStates.ToListAsync()));
        await test.Database.Migrate();

        Assert.Equal(await Read(test.Database), kept);
        Assert.Contains(kept, line => line.StartsWith("term ", StringComparison.Ordinal));
        await AssertFullTextAgrees(test);
        Measurements.Note($"Random edits after which the search index equals a new one, {provider}", $"{edits:N0} edits");
    }

    [Theory, EachDatabase]
    public async Task Rows_from_before_the_index_are_in_it_after_the_next_start(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one", title: "Old row").Save();
        await test.Database.Write(async db =>
        {
            db.RemoveRange(await db.SearchSessions.ToListAsync());
            db.RemoveRange(await db.SearchStates.ToListAsync());
        });

        await test.Database.Migrate();

        await using var read = test.Database.Read();
        Assert.Equal(1, await read.Match(SearchQuery.Parse("old")!).CountAsync());
    }

    [Theory, EachDatabase]
    public async Task A_write_that_fails_leaves_the_index_as_it_was_and_one_beside_it_stays(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", title: "Before").Save();
        var id = samples.LastSession.Id;
        var bad = test.Database.Write(async db =>
        {
            (await db.Sessions.SingleAsync(s => s.Id == id)).Title = "Never";
            db.Add(new Session { SeriesId = samples.LastSeries.Id, Slug = "one", When = SessionTime.Unknown("UTC"), CreatedAt = Now });
        });
        var good = test.Database.Write(db => Task.FromResult(db.Add(new Person { Name = "Beside", CreatedAt = Now })));

        await good;
        await Assert.ThrowsAnyAsync<Exception>(() => bad);

        await using var read = test.Database.Read();
        Assert.Equal("before", (await read.SearchSessions.SingleAsync()).Titles);
        Assert.Equal(0, await read.SearchTerms.CountAsync(t => t.Term == "never"));
        Assert.Equal(1, await read.People.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Two_speakers_who_save_at_once_are_both_found(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one").Save();
        var session = samples.LastSession.Id;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => test.Database.Write(db =>
        {
            var person = new Person { Name = $"Speaker{(char)('a' + i)} Example", CreatedAt = Now };
            db.Add(person);
            return Task.FromResult(db.Add(new Appearance { SessionId = session, PersonId = person.Id, Position = i, CreatedAt = Now }));
        }))));

        await using var read = test.Database.Read();
        for (var i = 0; i < 12; i++) Assert.True(await read.Match(SearchQuery.Parse($"speaker{(char)('a' + i)}")!).AnyAsync(), $"{i}");
        Assert.Equal(1, (await read.SearchTerms.SingleAsync(t => t.Term == "example")).Sessions);
    }

    [Theory, EachDatabase]
    public async Task A_sign_up_does_not_touch_the_index(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", with: s => s.Capacity = 1).Save();

        await test.Database.Write(async db =>
        {
            (await db.Sessions.SingleAsync(s => s.Id == samples.LastSession.Id)).Count(1, 0);
            db.ChangeTracker.DetectChanges();
            Assert.Null(SearchTouched.In(db.ChangeTracker.Entries()));
        });
    }

    private static async Task Edit(Database database, Random random)
    {
        var kind = random.Next(13);
        await database.Write(async db =>
        {
            var sessions = await db.Sessions.OrderBy(s => s.SeriesId).ThenBy(s => s.Slug).ToListAsync();
            var session = sessions[random.Next(sessions.Count)];
            var appearances = await db.Appearances.Include(a => a.Person).OrderBy(a => a.Id).ToListAsync();
            var appearance = appearances.Count == 0 ? null : appearances[random.Next(appearances.Count)];
            var resources = await db.Resources.OrderBy(r => r.Id).ToListAsync();
            switch (kind)
            {
                case 0: session.Title = random.Next(4) == 0 ? null : Text(random); break;
                case 1: session.PublishedAt = session.PublishedAt is null ? Now : null; break;
                case 2: session.Cancel(Guid.Empty, null, Now); break;
                case 3: session.Move(Samples.At(random.Next(2020, 2024), random.Next(1, 13), 2), Now); break;
                case 4:
                    var person = new Person { Name = Text(random), Line = Text(random), CreatedAt = Now };
                    db.Add(person);
                    db.Add(new Appearance { SessionId = session.Id, PersonId = person.Id, Position = 9, Talk = new() { Title = Text(random), Abstract = Text(random) }, CreatedAt = Now });
                    break;
                case 5 when appearance is not null: db.Remove(appearance); break;
                case 6 when appearance is not null: appearance.Decline(null, Now); break;
                case 7 when appearance is not null: appearance.Person!.Name = Text(random); break;
                case 8 when appearance is not null: appearance.Talk = new() { Title = Text(random) }; break;
                case 9: db.Add(new Resource { SessionId = session.Id, Title = Text(random), Author = Text(random), Organisation = Text(random), Url = "https://example.org", IsPublic = random.Next(2) == 0, CreatedAt = Now }); break;
                case 10 when resources.Count > 0:
                    var resource = resources[random.Next(resources.Count)];
                    if (random.Next(2) == 0) db.Remove(resource);
                    else resource.IsPublic = !resource.IsPublic;
                    break;
                case 11:
                    var writeUp = await db.WriteUps.FindAsync(session.Id);
                    if (writeUp is null) db.Add(new WriteUp { SessionId = session.Id, Text = Text(random), UpdatedAt = Now });
                    else writeUp.Text = random.Next(3) == 0 ? null : Text(random);
                    break;
                case 12:
                    var series = await db.Series.SingleAsync(s => s.Id == session.SeriesId);
                    (series.Name, series.PublishedAt) = (Text(random), random.Next(3) == 0 ? null : Now);
                    break;
            }
        });
    }

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    /// <summary>The whole index as lines, without its keys.</summary>
    private static async Task<List<string>> Read(Database database)
    {
        await using var db = database.Read();
        var sessions = await db.SearchSessions.ToListAsync();
        var terms = await db.SearchTerms.ToListAsync();
        return
        [
            .. sessions.Select(s => $"{s.SessionId} {s.SeriesId} {s.Titles}|{s.Names}|{s.Parts}|{s.Texts}|{s.Year} {s.Number} {s.SortDate} {s.HasRecording} {s.HasWriteUp} {s.HasResources}").Order(StringComparer.Ordinal),
            .. terms.Select(t => $"term {t.Term} {t.Reversed} {t.Sessions}").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What the database's own index finds is what stands in the rows.</summary>
    private static async Task AssertFullTextAgrees(TestDatabase test)
    {
        await using var db = test.Database.Read();
        var rows = await db.SearchSessions.ToListAsync();
        foreach (var word in Vocabulary.SelectMany(Fold.Words).Select(SearchWord.From))
            Assert.Equal(
                rows.Where(r => $"{r.Titles} {r.Names} {r.Parts} {r.Texts}".Split(' ').Any(word.Fits)).Select(r => r.Key).Order(),
                (await db.Match(new([word])).Select(m => m.Key).ToListAsync()).Order());
    }
}
