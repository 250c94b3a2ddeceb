using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Data.Sqlite;
using Sessions.Files;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Bench;

/// <summary>
/// The rows that are measured, written through Core before the app starts on them: a series of 60 sessions, series of 200,
/// and sessions that take sign-ups.
/// </summary>
internal sealed class SeededSite : IAsyncDisposable
{
    public const string Sixty = "sixty";
    public const string TwoHundred = "two-hundred";
    public const string Ahead = "ahead";
    public const int Places = 100;

    /// <summary>Series of 200 beside the first, to ask each for its feed once; with the other five the console lists 60.</summary>
    public const int Feeds = 55;

    /// <summary>Sessions of one place each.</summary>
    public const int LastPlaces = 800;

    /// <summary>This one and the next hold 50 sessions each.</summary>
    public const string MonthOfFifty = "2040-03";

    /// <summary>This one and the next hold 500 each.</summary>
    public const string MonthOfFiveHundred = "2040-07";

    private const string Zone = "Europe/London";
    private const string Last = "last-places";
    private const string Rushes = "rushes";
    private const int Speakers = 20;

    private readonly SqliteDatabase _database;

    private SeededSite(SqliteDatabase database) => (_database, Crowd) = (database, new(database));

    public Crowd Crowd { get; }

    /// <summary>A recording of some size.</summary>
    public required string LargeFileOnDisk { get; init; }

    public required string LargeFilePath { get; init; }

    public required long LargeFileLength { get; init; }

    /// <summary>The next session of the series of 60: it takes sign-ups.</summary>
    public const string UpcomingPage = $"/series/{Sixty}/session-41";

    /// <summary>No limit of places.</summary>
    public const string OpenPage = $"/series/{Ahead}/session-1";

    /// <summary>Held, with a recording of ours to play.</summary>
    public const string RecordedPage = $"/series/{Sixty}/session-40";

    /// <summary>In a series of their own: who joins every session of another has no place in these.</summary>
    public static string RushPage(int round) => $"/series/{Rushes}/session-{round + 1}";

    public static string LastPlacePage(int number) => $"/series/{Last}/session-{number}";

    public static string Feed(int number) => $"feed-{number}";

    public static async Task<SeededSite> Make(string connectionString, string files, int rushes)
    {
        var database = new SqliteDatabase(connectionString, new PublicVersion());
        await database.Migrate();
        var now = TimeProvider.System.Now();
        await using var video = File.OpenRead(Path.Combine(Repository.Root, "samples", "recording.mp4"));
        var recording = (await new FileStore(files).Save(video, "recording.mp4")).Value!;
        await using var longVideo = new MemoryStream(LongVideo());
        var large = (await new FileStore(files).Save(longVideo, "long.mp4")).Value!;
        await database.Write(db =>
        {
            var people = Enumerable.Range(1, Speakers).Select(n => new Person { Name = $"Speaker {n}", Slug = $"speaker-{n}", Line = "Analyst, an organisation", CreatedAt = now }).ToList();
            db.AddRange(people);
            // A site in use has been set up.
            var admin = new Person { Name = "Admin", Address = "admin@example.org", CreatedAt = now };
            db.AddRange(admin, new HostGrant { PersonId = admin.Id, Role = Role.Admin, CreatedAt = now });
            Add(db, Sixty, 60, before: 40, _ => Places, people, now);
            Add(db, TwoHundred, 200, before: 100, _ => null, people, now);
            Add(db, Ahead, 4, before: 0, number => number == 1 ? null : Places, people, now);
            Add(db, Rushes, rushes, before: 0, _ => Places, people, now);
            Add(db, Last, LastPlaces, before: 0, _ => 1, [], now);
            for (var number = 1; number <= Feeds; number++)
                Add(db, Feed(number), 200, before: 100, _ => null, [], now);
            var last = db.Series.Local.Single(s => s.Slug == Last);
            foreach (var (month, count) in new[] { (3, 50), (4, 50), (7, 500), (8, 500) })
                AddDrafts(db, last, new(2040, month), count, now);
            var held = db.Sessions.Local.Single(s => s.Number == 40 && s.Series!.Slug == Sixty);
            db.Add(held.Id, recording, new("The recording", "CC-BY-4.0"), ArchiveRows.Owner.Host, now);
            db.Add(held.Id, large, new("The long recording", "CC-BY-4.0"), ArchiveRows.Owner.Host, now);
            return Task.CompletedTask;
        });
        return new(database)
        {
            LargeFileOnDisk = Path.Combine(files, FileStore.NameOf(large.Id)),
            LargeFilePath = $"/files/{large.Id}/{large.Name}",
            LargeFileLength = large.Length,
        };
    }

    /// <summary>Of another database: one session that takes sign-ups.</summary>
    public static async Task<Crowd> Open(Database database)
    {
        await database.Migrate();
        var now = TimeProvider.System.Now();
        await database.Write(db =>
        {
            var admin = new Person { Name = "Admin", Address = "admin@example.org", CreatedAt = now };
            db.AddRange(admin, new HostGrant { PersonId = admin.Id, Role = Role.Admin, CreatedAt = now });
            Add(db, Ahead, 1, before: 0, _ => null, [], now);
            return Task.CompletedTask;
        });
        return new(database);
    }

    /// <summary>A token for the console, good for one sign-in within ten minutes.</summary>
    public Task<string> HostToken() => new SignInService(_database, TimeProvider.System).DevelopmentSignIn();

    /// <summary>How many registrations a session has, by its page's address.</summary>
    public async Task<(int Confirmed, int All)> Registered(string page)
    {
        var parts = page.Split('/');
        var (series, slug) = (parts[2], parts[3]);
        await using var db = _database.Read();
        var session = await db.Sessions.SingleAsync(s => s.Slug == slug && s.Series!.Slug == series);
        var states = await db.Registrations.Where(r => r.SessionId == session.Id).Select(r => r.State).ToListAsync();
        return (states.Count(state => state == RegistrationState.Confirmed), states.Count);
    }

    /// <summary>100,000 sessions and a million registrations more, past Core, which would take an hour for them.</summary>
    public Task Fill() => BulkRows.Add(_database.ConnectionString);

    /// <summary>Hours of talk to be searched.</summary>
    public Task Speak(SpokenRows rows) => rows.Add(_database, TimeProvider.System.Now());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>The sample, and behind it 24 MiB that players skip (an ISO 14496-12 box of free space).</summary>
    private static byte[] LongVideo()
    {
        const int free = 24 * 1024 * 1024;
        var sample = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "recording.mp4"));
        var video = new byte[sample.Length + free];
        sample.CopyTo(video, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(video.AsSpan(sample.Length), free);
        "free"u8.CopyTo(video.AsSpan(sample.Length + 4));
        return video;
    }

    /// <summary>Weekly, on Thursdays at noon or so, <paramref name="before"/> of them held.</summary>
    private static void Add(SessionsDb db, string slug, int count, int before, Func<int, int?> capacity, List<Person> people, Instant now)
    {
        var series = new Series { Slug = slug, Name = $"Series of {count}", Aim = "Meets again and again.", Zone = Zone, PublishedAt = now, CreatedAt = now };
        db.Add(series);
        var first = now.InUtc().Date.PlusDays(3).PlusWeeks(-before);
        for (var number = 1; number <= count; number++)
        {
            var when = SessionTime.Exact(first.PlusWeeks(number - 1) + new LocalTime(12, 0), Zone, 60);
            var session = new Session
            {
                SeriesId = series.Id,
                Series = series,
                Number = number,
                Slug = $"session-{number}",
                Title = $"What the figures of week {number} say, and what they do not",
                Announcement = "Two short talks and time for questions. Bring a question of your own; notes and slides are published afterwards.",
                When = when,
                Capacity = capacity(number),
                OwnVenue = new(RoomLink: "https://example.org/room"),
                PublishedAt = now,
                CreatedAt = now,
            }.At(when);
            db.Add(session);
            for (var position = 0; position < Math.Min(2, people.Count); position++)
                db.Add(Talk(session, people[((number * 2) + position) % people.Count], position, now));
        }
    }

    /// <summary>A month of the calendar; drafts, so that nothing public changes.</summary>
    private static void AddDrafts(SessionsDb db, Series series, YearMonth month, int count, Instant now)
    {
        for (var number = 0; number < count; number++)
        {
            var when = SessionTime.Exact(month.OnDayOfMonth(1 + (number % 30)) + new LocalTime(8 + (number / 30 % 12), 0), Zone, 60);
            db.Add(new Session
            {
                SeriesId = series.Id,
                Series = series,
                Slug = $"draft-{month.Month}-{number}",
                Title = $"What week {number} says",
                When = when,
                CreatedAt = now,
            }.At(when));
        }
    }

    private static Appearance Talk(Session session, Person person, int position, Instant now) => new()
    {
        SessionId = session.Id,
        PersonId = person.Id,
        Position = position,
        Talk = new() { Title = $"Talk {position + 1} of {session.Number}", Abstract = "What was tried, what it showed, and what to try next." },
        CreatedAt = now,
    };
}
