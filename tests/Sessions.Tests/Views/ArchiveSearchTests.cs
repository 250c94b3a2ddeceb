using NodaTime;
using Sessions.Data;
using Sessions.Files;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Views;

public sealed class ArchiveSearchTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 1, 9, 0);

    [Theory, EachDatabase]
    public async Task Twenty_questions_to_the_sample_record_have_their_right_answers_among_the_first_three(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var folder = Directory.CreateTempSubdirectory("sessions-samples-");
        await new LoadSamples(test.Database, new FileStore(folder.FullName), TimeProvider.System).IntoEmpty();
        folder.Delete(recursive: true);
        var search = new ArchiveSearch(test.Database);

        var questions = SearchQuestion.ReadAll();
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var found = await search.Read(new(question.Words), Now);
            var first = found.Hits.Take(3).Select(h => $"{h.Session.SeriesSlug}/{h.Session.Slug}").ToList();
            var isRight = question.Right.Count == 0 ? found.Total == 0 : question.Right.All(first.Contains);
            if (!isRight || (found.Corrected is not null) != question.Kind.StartsWith("typo", StringComparison.Ordinal))
                wrong.Add($"{question.Words} ({question.Kind}): {string.Join(", ", first)}; corrected: {found.Corrected}");
        }

        Assert.Equal(20, questions.Count);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Measurements.Note($"Questions to the archive search, {provider}", $"{questions.Count} of {questions.Count} right, 5 of them misspelt, 3 without an answer");
    }

    [Theory, EachDatabase]
    public async Task Accents_capitals_hyphens_and_hashtags_make_no_difference(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly", "#OpenCafés").Session("one", title: "Straße & Æther: Übung für co-operatives")
            .Speaker("Zoë O’Brien-Łukasz", "Ingénieure, Société Générale").Save();
        var search = new ArchiveSearch(test.Database);

        foreach (var words in new[] { "strasse", "STRASSE", "aether", "ubung", "cooperatives", "co-operative", "zoe", "obrien", "o'brien", "lukasz", "ingenieure generale", "Générale", "open cafes", "opencafes", "#opencafés" })
            Assert.True((await search.Read(new(words), Now)).Total == 1, words);
    }

    [Theory, EachDatabase]
    public async Task Slides_are_found_by_who_made_them_and_by_their_organisation(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = await new Samples(test.Database).Series("weekly").Session("one", Samples.At(2023, 9, 1), "Buses").Session("two", Samples.At(2023, 9, 8), "Trains").Save();
        await test.Database.Write(db => Task.FromResult(db.Add(new Sessions.Archive.Resource { SessionId = samples.LastSession.Id, Title = "Slides", Author = "Zoë Example", Organisation = "Lantern Institute", Url = "https://example.org/a", IsPublic = true, CreatedAt = Now })));
        var search = new ArchiveSearch(test.Database);

        foreach (var words in new[] { "lantern institute", "zoe", "lanturn" })
        {
            var hit = Assert.Single((await search.Read(new(words), Now)).Hits);
            Assert.Equal("two", hit.Session.Slug);
            Assert.Contains(hit.Reasons, r => r.Place == SearchPlace.Resource && r.Pieces.Any(p => p.IsMatch));
        }
    }

    [Theory, EachDatabase]
    public async Task A_word_in_the_title_comes_before_one_of_a_speaker_and_that_before_one_in_a_text(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly")
            .Session("text", Samples.At(2023, 9, 1)).WriteUp("Of lighthouses, and *more*.")
            .Session("talk", Samples.At(2023, 8, 1)).Speaker("Ada Example", talk: "A lighthouse")
            .Session("name", Samples.At(2023, 7, 1)).Speaker("Ada Example", "Lighthouse Trust", person: p => p.Slug = "ada-2")
            .Session("title", Samples.At(2023, 6, 1), "The lighthouse").Save();

        var found = await new ArchiveSearch(test.Database).Read(new("lighthouse"), Now);

        Assert.Equal(["title", "name"], found.Hits.Take(2).Select(h => h.Session.Slug));
        Assert.Equal(["talk", "text"], found.Hits.Skip(2).Select(h => h.Session.Slug).Order());
        Assert.Equal([SearchPlace.Speaker, SearchPlace.Talk, SearchPlace.WriteUp], found.Hits.SelectMany(h => h.Reasons).Select(r => r.Place).Order());
        var text = found.Hits.Single(h => h.Session.Slug == "text").Reasons[0];
        Assert.Equal("Of [lighthouse]s, and more.", string.Concat(text.Pieces.Select(p => p.IsMatch ? $"[{p.Text}]" : p.Text)));
    }

    [Theory, EachDatabase]
    public async Task Only_what_anybody_may_see_is_found_and_what_was_cancelled_says_so(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("draft", title: "Harbour", published: false)
            .Session("off", title: "Harbour off", with: s => s.Cancel(Guid.NewGuid(), null, Now))
            .Session("open").Speaker("Asked Harbour", with: a => a.Ask(Now)).ResourceAt("Harbour slides", "https://example.org/s", isPublic: false)
            .Series("hidden", published: false).Session("secret", title: "Harbour").Save();

        var found = await new ArchiveSearch(test.Database).Read(new("harbour"), Now);

        Assert.Equal("off", Assert.Single(found.Hits).Session.Slug);
        Assert.True(found.Hits[0].Session.IsCancelled);
    }

    [Theory, EachDatabase]
    public async Task Filters_narrow_and_each_says_how_many_it_leaves(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("a", Samples.At(2022, 1, 5), "Data one").RecordingAt("https://video.example.org/1")
            .Session("b", Samples.At(2023, 1, 4), "Data two").WriteUp("Done.").Session("c", Samples.At(2023, 2, 1), "Other")
            .Series("yearly").Session("d", Samples.At(2023, 3, 1), "Data three").RecordingAt("https://video.example.org/2").ResourceAt("Slides", "https://example.org/s").Save();
        var search = new ArchiveSearch(test.Database);

        var all = await search.Read(new("data"), Now);
        var held = await search.Read(new("data", Year: 2023, Has: SearchHas.Recording), Now);
        var quiet = await search.Read(new(Series: "weekly", Year: 2023), Now);

        Assert.Equal((3, 2, 1, 1), (all.Counts.Any, all.Counts.Recordings, all.Counts.WriteUps, all.Counts.Resources));
        Assert.Equal([("weekly", 2), ("yearly", 1)], all.Counts.Series.Select(s => (s.Slug, s.Count)));
        Assert.Equal([(2023, 2), (2022, 1)], all.Counts.Years.Select(y => (y.Year, y.Count)));
        Assert.Equal("d", Assert.Single(held.Hits).Session.Slug);
        Assert.Equal((1, 2, 3), (held.Total, held.Counts.Any, held.Counts.Unfiltered));
        Assert.Equal(["c", "b"], quiet.Hits.Select(h => h.Session.Slug));
        Assert.Equal(0, (await search.Read(new("data", Series: "nowhere"), Now)).Total);
    }

    [Theory, EachDatabase]
    public async Task Near_misses_stand_apart_from_what_was_found(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("a", title: "Rivers and bridges").Session("b", title: "Bridges").Session("c", title: "Lakes").Save();
        var search = new ArchiveSearch(test.Database);

        var both = await search.Read(new("rivers bridges"), Now);
        var none = await search.Read(new("rivers mountains"), Now);

        Assert.Equal(["a"], both.Hits.Select(h => h.Session.Slug));
        Assert.Equal(["b"], both.Near.Select(h => h.Session.Slug));
        Assert.Empty(none.Hits);
        Assert.Equal(["a"], none.Near.Select(h => h.Session.Slug));
    }

    [Theory, EachDatabase]
    public async Task Whatever_a_stranger_types_is_words_and_nothing_else(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("weekly").Session("one", title: "Near and far or not").Save();
        var search = new ArchiveSearch(test.Database);

        foreach (var words in new[] { "\"", "near\"", "NEAR(", "near AND", "NOT far", "Titles:near", "{Titles} : near", "near*", "^near", "a OR b", "'", "' & !", "near:*A", "far \\", "\0near", "\ud800far", "%_", "<script>", "1e5 1.5 -3", "ｎｅａｒ", "𝔫𝔢𝔞𝔯", "a1b2c3", new string('x', 150), "近く", "\u202enear" })
            Assert.NotNull(await search.Read(new(words), Now));

        Assert.Equal(1, (await search.Read(new("NEAR(\"far\")"), Now)).Total);
        Assert.True((await search.Read(new(new string('x', 151)), Now)).IsTooLong);
        Assert.True((await search.Read(new("a b c d e f g h i j k l m n o p"), Now)).IsTooLong);
    }

    [Theory, EachDatabase]
    public async Task A_page_of_results_costs_the_same_number_of_questions_however_many_there_are(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var samples = new Samples(test.Database).Series("weekly");
        for (var i = 1; i <= 25; i++) samples.Session($"s{i}", title: i <= 4 ? "Common rare" : "Common", number: i).Speaker($"Ada Common {i}", "Engineer");
        await samples.Save();
        var search = new ArchiveSearch(test.Database);
        using var few = new QueryCount(test);
        Assert.Equal(4, (await search.Read(new("rare"), Now)).Hits.Count);
        var first = few.Commands;
        var page = await search.Read(new("common"), Now);

        Assert.True(first > 0);
        Assert.Equal(first, few.Commands - first);
        Assert.Equal((20, true), (page.Hits.Count, page.HasMore));
        Assert.Equal(5, (await search.Read(new("common", Page: 2), Now)).Hits.Count);
    }
}
