using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Files;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Tests.Support;

namespace Sessions.Tests.Speakers;

/// <summary>One published session in a week's time, with a real database, a real file store, and a clock to move.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly TestDatabase _test;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-files-");

    private Stage(TestDatabase test)
    {
        _test = test;
        Files = new FileStore(_folder.FullName);
        Links = new StandingLinks(new byte[32]);
        Speakers = new SpeakerService(test.Database, Time);
        Talks = new TalkService(test.Database, Files, Links, Time);
        Queries = new SpeakerQueries(test.Database, Links);
        Archive = new ArchiveService(test.Database, Files, Time);
        ArchiveQueries = new ArchiveQueries(test.Database);
    }

    public FakeTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    public Database Database => _test.Database;
    public FileStore Files { get; }
    public StandingLinks Links { get; }
    public SpeakerService Speakers { get; }
    public TalkService Talks { get; }
    public SpeakerQueries Queries { get; }

    public Task<TalkFacts?> Page(string token) => Queries.Page(token, Time.Now());
    public ArchiveService Archive { get; }
    public ArchiveQueries ArchiveQueries { get; }
    public Guid SeriesId { get; private set; }
    public Guid SessionId { get; private set; }
    public Actor Host => new(Guid.CreateVersion7(), "Host", IsAdmin: false, IsHost: true, new HashSet<Guid> { SeriesId });
    public Actor Stranger { get; } = new(Guid.CreateVersion7(), "Stranger", IsAdmin: false, IsHost: true, new HashSet<Guid> { Guid.CreateVersion7() });

    public int FilesOnDisk => _folder.EnumerateFiles().Count();

    public static async Task<Stage> Set(DatabaseProvider provider, bool published = true)
    {
        var stage = new Stage(await TestDatabase.Create(provider));
        var now = stage.Time.Now();
        var when = SessionTime.Exact(new LocalDateTime(2026, 11, 27, 12, 0), "Europe/London", 60);
        var series = new Series { Slug = "open", Name = "Open", Zone = "Europe/London", CreatedAt = now, PublishedAt = now };
        var session = new Session { SeriesId = series.Id, Slug = "1", Title = "First", When = when, CreatedAt = now, PublishedAt = published ? now : null }.At(when);
        await stage.Database.Write(db => Task.FromResult((db.Add(series), db.Add(session))));
        (stage.SeriesId, stage.SessionId) = (series.Id, session.Id);
        return stage;
    }

    /// <summary>A speaker on the programme, and the token of their link.</summary>
    public async Task<(Guid Id, string Token)> Speaker(string name = "Kim Example", string? address = "kim@example.org")
    {
        var id = (await Speakers.Add(Host, SessionId, name, address)).Value;
        return (id, await Token(id));
    }

    public async Task<string> Token(Guid appearanceId) => (await SpeakerPath.Of(Database, Links, appearanceId))["/speak/".Length..];

    public async Task<SavedFile> Saved(byte[] bytes, string name) => (await Files.Save(new MemoryStream(bytes), name)).Value!;

    public async Task<IReadOnlyList<string>> MailsOwed()
    {
        await using var db = Database.Read();
        return await db.Outbox.Where(m => m.State == OutboxState.Waiting).OrderBy(m => m.CreatedAt).Select(m => m.Kind + " " + m.Recipient).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
