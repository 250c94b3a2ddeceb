using System.Text;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.Data.Search;
using Sessions.Files;
using Sessions.Tests.Speakers;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Views;

/// <summary>What is said in a recording is found, and the hit leads to that second.</summary>
public sealed class SpokenSearchTests
{
    private const string Talk = "0:00 Good morning\n0:07 We looked at the ventilation of classrooms\n1:04:12 and the pumps stood still\n1:04:20 for eleven days in Düsseldorf\n1:05:00 Ventilation again";

    [Theory, EachDatabase]
    public async Task A_phrase_that_is_only_said_is_found_with_the_words_around_it_and_its_second(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await Record(stage, Talk);

        var hit = Assert.Single((await Search(stage, "ventilation of classrooms")).Hits);
        var said = Assert.Single(hit.Reasons);

        Assert.Equal((SearchPlace.Said, "/series/open/1?t=7"), (said.Place, said.Path));
        Assert.Equal("We looked at the [ventilation] of [classrooms]", Marked(said));
        // Over two lines, without its accent, and with a beginning of a word alone.
        var two = Assert.Single(Assert.Single((await Search(stage, "pumps eleven dussel")).Hits).Reasons);
        Assert.Equal(("/series/open/1?t=3852", "and the [pumps] stood still for [eleven] days in [Düssel]dorf"), (two.Path, Marked(two)));
    }

    [Fact]
    public void The_short_way_past_a_text_that_holds_no_word_misses_none()
    {
        string[] pieces = ["o'Brien", "OBRIEN", "Straße", "strasse", "Co-op", "coop", "a1b2", "OpenData", "data", "Zoë", "zoe", "don’t", "12,000", "x", ".", " ", "\n", "Übung"];
        var random = new Random(29);
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 6).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            SearchWord[] words = [.. Fold.Words(pieces[random.Next(pieces.Length)] + " " + pieces[random.Next(pieces.Length)]).Select(SearchWord.From)];
            var folded = Fold.Words(text);
            var said = words.Select((word, n) => folded.Exists(f => word.Fits(f.Text)) ? 1u << n : 0u).Aggregate(0u, (all, one) => all | one);

            Assert.Equal(said, SpokenPlace.Said(text, words));
        }
    }

    [Theory, EachDatabase]
    public async Task Misspelt_words_are_told_from_what_is_said_too_and_nothing_is_found_that_nobody_said(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await Record(stage, Talk);

        Assert.Equal("ventilation", (await Search(stage, "ventilatoin")).Corrected);
        Assert.Equal(0, (await Search(stage, "submarine")).Total);
    }

    [Theory, EachDatabase]
    public async Task A_word_of_the_title_needs_no_second_and_comes_before_what_is_said(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await Record(stage, "0:00 First of all, good morning");

        Assert.Empty(Assert.Single((await Search(stage, "first")).Hits).Reasons);
        Assert.Equal("/series/open/1?t=0", Assert.Single(Assert.Single((await Search(stage, "first morning")).Hits).Reasons).Path);
    }

    [Theory, EachDatabase]
    public async Task Of_several_recordings_the_one_is_opened_in_which_it_is_said_also_where_it_stands_elsewhere(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        await Record(stage, "0:00 First of all, good morning");
        var elsewhere = (await stage.Archive.AddLink(stage.Host, stage.SessionId, ArchiveKind.Recording, "https://www.youtube.com/watch?v=aaaaaaaaaaa", new("On YouTube"))).Value;
        Assert.Empty((await new CaptionService(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, elsewhere, "en", Encoding.UTF8.GetBytes(Talk))).Value!.Faults);

        var said = Assert.Single(Assert.Single((await Search(stage, "pumps eleven")).Hits).Reasons);

        Assert.Equal($"/series/open/1?t=3852&recording={elsewhere}", said.Path);
    }

    [Theory, EachDatabase]
    public async Task Captions_that_are_taken_away_and_recordings_that_are_not_public_are_not_found(DatabaseProvider provider)
    {
        await using var stage = await Stage.Set(provider);
        var recording = await Record(stage, Talk);

        await new CaptionService(stage.Database, stage.Time).Remove(stage.Host, stage.SessionId, recording, "en");
        Assert.Equal(0, (await Search(stage, "ventilation")).Total);
        await new CaptionService(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, recording, "en", Encoding.UTF8.GetBytes(Talk));
        Assert.Equal(1, (await Search(stage, "ventilation")).Total);
        await stage.Archive.Remove(stage.Host, stage.SessionId, recording);
        Assert.Equal(0, (await Search(stage, "ventilation")).Total);
        var (_, token) = await stage.Speaker();
        await stage.Talks.AddFile(token, await stage.Saved(Files.Samples.Mp4, "mine.mp4"));
        var waiting = (await stage.ArchiveQueries.Items(stage.Host, stage.SessionId))[0];
        await new CaptionService(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, waiting.Id, "en", Encoding.UTF8.GetBytes(Talk));
        Assert.False(waiting.IsPublic);
        Assert.Equal(0, (await Search(stage, "ventilation")).Total);
    }

    [Theory, EachDatabase]
    public async Task Twenty_five_questions_find_what_was_said_at_its_second_organisations_misspelt_words_and_nothing_that_is_not_there(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var folder = Directory.CreateTempSubdirectory("sessions-samples-");
        await new LoadSamples(test.Database, new FileStore(folder.FullName), TimeProvider.System).IntoEmpty();
        folder.Delete(recursive: true);
        var spoken = SpokenQuestions.Read();
        await Fill(test.Database, spoken);

        var (now, wrong) = (Instant.FromUtc(2023, 10, 1, 9, 0), new List<string>());
        foreach (var question in spoken.Questions)
        {
            var found = await new ArchiveSearch(test.Database).Read(new(question.Words), now);
            var first = found.Hits.Take(3).ToList();
            var isRight = question.Right.Count == 0 ? found.Total == 0 : question.Right.All(right => first.Exists(h => $"{h.Session.SeriesSlug}/{h.Session.Slug}" == right));
            var leads = question.At is null || first.SelectMany(h => h.Reasons).Any(r => r.Place == SearchPlace.Said && r.Path == $"/series/{question.Right[0]}?t={question.At}");
            if (!isRight || !leads || (found.Corrected is not null) != question.Kind.StartsWith("typo", StringComparison.Ordinal))
                wrong.Add($"{question.Words} ({question.Kind}): {string.Join(", ", first.Select(h => $"{h.Session.Slug} {string.Join(' ', h.Reasons.Select(r => r.Path))}"))}; corrected: {found.Corrected}");
        }

        Assert.Equal([("said", 10), ("typo", 5), ("organisation", 5), ("no answer", 5)], spoken.Questions.CountBy(q => q.Kind.Split(':')[0]).Select(k => (k.Key, k.Value)));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Measurements.Note($"Questions to what is said, {provider}", $"{spoken.Questions.Count} of {spoken.Questions.Count} right: 10 phrases at their second, 5 misspelt, 5 organisations, 5 without an answer; captions generated");
    }

    [Fact]
    public void The_place_with_most_of_the_words_is_taken_and_the_first_of_equals()
    {
        var cues = CaptionReader.Read("0:00 pumps\n0:05 nothing\n0:10 pumps and\n0:15 valves\n0:20 pumps and valves").Cues;

        Assert.Equal(new(Duration.FromSeconds(20), "pumps and valves"), SpokenPlace.Find(cues, SearchQuery.Parse("valves pumps")!.Words));
        Assert.Equal(new(Duration.FromSeconds(10), "pumps and valves"), SpokenPlace.Find([.. cues.Take(4)], SearchQuery.Parse("valves pumps")!.Words));
        Assert.Equal(new(Duration.Zero, "pumps"), SpokenPlace.Find(cues, SearchQuery.Parse("pumps")!.Words));
        Assert.Null(SpokenPlace.Find(cues, SearchQuery.Parse("boiler")!.Words));
    }

    [Fact]
    public void The_rest_of_an_hour_is_left_unread_once_a_place_holds_all_the_words()
    {
        var read = 0;
        var cues = CaptionReader.Read("0:00 pumps\n0:05 and valves\n0:10 valves and pumps\n0:15 pumps\n0:20 pumps and valves").Cues.Select(cue => { read++; return cue; });

        Assert.Equal(new(Duration.FromSeconds(10), "valves and pumps"), SpokenPlace.Find(cues, SearchQuery.Parse("pumps valves")!.Words));
        Assert.Equal(5, read);
        read = 0;
        Assert.Equal(new(Duration.Zero, "pumps"), SpokenPlace.Find(cues, SearchQuery.Parse("pumps")!.Words));
        Assert.Equal(3, read);
    }

    private static async Task Fill(Database database, SpokenQuestions spoken)
    {
        var (samples, at) = (new Samples(database).Series("generated", "Generated"), Instant.FromUtc(2023, 9, 2, 0, 0));
        foreach (var (n, session) in spoken.Sessions.Index())
        {
            var id = samples.Session(session.Slug, Samples.At(2023, 9, 1), $"Hour {n + 1}").LastSession.Id;
            var film = new StoredFile { SessionId = id, Name = "hour.mp4", MediaType = "video/mp4", Length = 5, Sha256 = new('a', 64), CreatedAt = at };
            var recording = new Recording { SessionId = id, FileId = film.Id, IsPublic = true, CreatedAt = at };
            var cues = spoken.Captions(n);
            samples.Add(film).Add(recording).Add(new CaptionTrack { RecordingId = recording.Id, Language = "en", Text = WebVtt.Write(cues), Cues = cues.Count, UpdatedAt = at });
        }
        await samples.Save();
    }

    private static Task<SearchFacts> Search(Stage stage, string words) => new ArchiveSearch(stage.Database).Read(new(words), Instant.FromDateTimeOffset(stage.Time.GetUtcNow()));

    private static string Marked(SearchReason reason) => string.Concat(reason.Pieces.Select(p => p.IsMatch ? $"[{p.Text}]" : p.Text));

    private static async Task<Guid> Record(Stage stage, string captions)
    {
        var recording = (await stage.Archive.AddFile(stage.Host, stage.SessionId, await stage.Saved(Files.Samples.Mp4, "talk.mp4"), new("The recording"))).Value;
        Assert.Empty((await new CaptionService(stage.Database, stage.Time).Save(stage.Host, stage.SessionId, recording, "en", Encoding.UTF8.GetBytes(captions))).Value!.Faults);
        return recording;
    }
}
