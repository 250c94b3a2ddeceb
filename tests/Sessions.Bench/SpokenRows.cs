using System.Text;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Bench;

/// <summary>
/// 5,000 held sessions, of which 2,000 have an hour of captions each, of generated words that fall off as those of a language do (Zipf). Written
/// through Core, in its index too.
/// </summary>
internal sealed class SpokenRows
{
    public const int Sessions = 5000;
    public const int Hours = 2000;
    private const int Chunk = 50;
    private const int CuesEach = 900;
    private const int WordsEach = 10;
    private const int Vocabulary = 20_000;
    private const string Zone = "Europe/London";

    private static readonly string[] Syllables = ["ba", "den", "kor", "li", "mu", "nar", "ost", "pel", "ri", "sato", "tum", "ven", "wi", "xan", "yo", "zer"];

    private readonly Random _random = new(20261129);
    private readonly string[] _words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];

    /// <summary>What is looked for: words that everybody says, that few say, two and three of them, misspelt ones, and some that nobody says.</summary>
    public List<string> Questions()
    {
        var questions = new List<string>();
        for (var n = 0; n < 240; n++)
        {
            questions.Add((n % 6) switch
            {
                0 => _words[_random.Next(20)],
                1 => _words[500 + _random.Next(Vocabulary - 500)],
                2 => $"{Common()} {Common()}",
                3 => $"{Common()} {_words[500 + _random.Next(5000)]} {Common()}",
                4 => Misspelt(_words[100 + _random.Next(5000)]),
                _ => $"{Common()} nowhere{_random.Next(1000)}said",
            });
        }

        return questions;
    }

    public async Task Add(Database database, Instant now)
    {
        var series = new Series { Slug = "spoken", Name = "Generated talk", Aim = "Words that mean nothing, to be searched.", Zone = Zone, PublishedAt = now, CreatedAt = now };
        await database.Write(db => Task.FromResult(db.Add(series)));
        var first = now.InUtc().Date.PlusDays(-Sessions - 1);
        for (var from = 1; from <= Sessions; from += Chunk)
        {
            var start = from;
            await database.Write(db =>
            {
                for (var number = start; number < start + Chunk; number++) One(db, series.Id, number, first.PlusDays(number), now);
                return Task.CompletedTask;
            });
        }
    }

    private void One(SessionsDb db, Guid series, int number, LocalDate day, Instant now)
    {
        var when = SessionTime.Exact(day + new LocalTime(12, 0), Zone, 60);
        var session = new Session { SeriesId = series, Number = number, Slug = $"said-{number}", Title = $"{Common()} {Common()} {number}", Announcement = Sentence(40), When = when, PublishedAt = now, CreatedAt = now }.At(when);
        db.Add(session);
        if (number % 5 > 1) return;
        var file = db.Add(new StoredFile { Id = Guid.CreateVersion7(), SessionId = session.Id, Name = "said.mp4", MediaType = "video/mp4", Length = 1, Sha256 = new('0', 64), CreatedAt = now }).Entity;
        var recording = db.Add(new Recording { SessionId = session.Id, FileId = file.Id, Title = "Generated captions", IsPublic = true, CreatedAt = now }).Entity;
        db.Add(new CaptionTrack { RecordingId = recording.Id, Language = "en", Text = Captions(), Cues = CuesEach, UpdatedAt = now });
    }

    /// <summary>An hour, a cue every four seconds.</summary>
    private string Captions()
    {
        var text = new StringBuilder("WEBVTT\n");
        for (var cue = 0; cue < CuesEach; cue++)
            text.Append('\n').Append(Time(cue * 4)).Append(" --> ").Append(Time((cue * 4) + 4)).Append('\n').Append(Sentence(WordsEach)).Append('\n');
        return text.ToString();
    }

    private static string Time(int seconds) => FormattableString.Invariant($"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}.000");

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Common()));

    /// <summary>The n-th most frequent word as often as 1/n.</summary>
    private string Common() => _words[(int)Math.Min(Vocabulary - 1, Math.Exp(_random.NextDouble() * Math.Log(Vocabulary)) - 1)];

    private string Misspelt(string word)
    {
        var at = 1 + _random.Next(word.Length - 2);
        return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
    }

    /// <summary>A different one for each number.</summary>
    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (var left = number + Syllables.Length; left > 0; left /= Syllables.Length) word.Append(Syllables[left % Syllables.Length]);
        return word.ToString();
    }
}
