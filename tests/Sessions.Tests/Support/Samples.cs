using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Tests.Support;

/// <summary>
/// Puts a series with sessions into a database: <c>await new Samples(database).Series("weekly").Session("one").Speaker("A Name").Save()</c>.
/// Calls that name a speaker, a recording and the like concern the last session; the sessions' clock stands in London.
/// </summary>
internal sealed class Samples(Database database)
{
    public const string Zone = "Europe/London";

    private static readonly Instant Created = Instant.FromUtc(2020, 1, 1, 0, 0);

    private readonly List<object> _rows = [];
    private Series _series = null!;
    private Session _session = null!;
    private int _position;

    public Series LastSeries => _series;

    public Session LastSession => _session;

    public Appearance LastAppearance { get; private set; } = null!;

    /// <param name="with">Anything beyond name and address.</param>
    public Samples Series(string slug, string? name = null, Action<Series>? with = null, bool published = true)
    {
        _series = new() { Slug = slug, Name = name ?? slug, Zone = Zone, PublishedAt = published ? Created : null, CreatedAt = Created + Duration.FromMinutes(_rows.Count) };
        with?.Invoke(_series);
        return Add(_series);
    }

    /// <param name="when">12:00 on 1 November 2023 for an hour unless said.</param>
    public Samples Session(string slug, SessionTime? when = null, string? title = null, int? number = null, Action<Session>? with = null, bool published = true)
    {
        when ??= At(2023, 11, 1);
        _session = new Session { SeriesId = _series.Id, Slug = slug, Title = title, Number = number, When = when, PublishedAt = published ? Created : null, CreatedAt = Created }.At(when);
        with?.Invoke(_session);
        _position = 0;
        return Add(_session);
    }

    /// <summary>An hour in London.</summary>
    public static SessionTime At(int year, int month, int day, int hour = 12, int minute = 0) =>
        SessionTime.Exact(new LocalDateTime(year, month, day, hour, minute), Zone, 60);

    /// <param name="with">Asks, accepts or declines; else the person is named without being asked.</param>
    public Samples Speaker(string? name, string? line = null, string? talk = null, Action<Appearance>? with = null, Action<Person>? person = null)
    {
        var speaker = new Person { Name = name, Line = line, Slug = name?.ToLowerInvariant().Replace(' ', '-'), CreatedAt = Created };
        person?.Invoke(speaker);
        Add(speaker);
        LastAppearance = new() { SessionId = _session.Id, PersonId = speaker.Id, Position = _position++, Talk = new() { Title = talk }, CreatedAt = Created };
        with?.Invoke(LastAppearance);
        return Add(LastAppearance);
    }

    /// <summary>The same person once more, in the last session.</summary>
    public Samples Again(Guid personId, string? talk = null) =>
        Add(LastAppearance = new() { SessionId = _session.Id, PersonId = personId, Position = _position++, Talk = new() { Title = talk }, CreatedAt = Created });

    public Samples RecordingAt(string url, string? licence = null, string? credit = null) =>
        Add(new Recording { SessionId = _session.Id, Url = url, Licence = licence, Credit = credit, IsPublic = true, CreatedAt = Created });

    public Samples RecordingFile(string name = "session.mp4", string mediaType = "video/mp4")
    {
        var file = File(name, mediaType);
        return Add(file).Add(new Recording { SessionId = _session.Id, FileId = file.Id, IsPublic = true, CreatedAt = Created });
    }

    public Samples ResourceAt(string title, string url, string? licence = null, string? credit = null, bool isPublic = true) =>
        Add(new Resource { SessionId = _session.Id, Title = title, Url = url, Licence = licence, Credit = credit, IsPublic = isPublic, CreatedAt = Created });

    public Samples WriteUp(string? text = null, string? url = null, LocalDate? on = null) =>
        Add(new WriteUp { SessionId = _session.Id, Text = text, Url = url, PublishedOn = on, UpdatedAt = Created });

    public Samples SiteText(string key, string text) => Add(new Community.SiteText { Key = key, Text = text, UpdatedAt = Created });

    /// <summary>Any other row.</summary>
    public Samples Add(object row)
    {
        _rows.Add(row);
        return this;
    }

    public async Task<Samples> Save()
    {
        await database.Write(db =>
        {
            db.AddRange(_rows);
            return Task.CompletedTask;
        });
        _rows.Clear();
        return this;
    }

    private StoredFile File(string name, string mediaType) => new()
    {
        SessionId = _session.Id,
        Name = name,
        MediaType = mediaType,
        Length = 1_000_000,
        Sha256 = new('0', 64),
        CreatedAt = Created,
    };
}
