using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Speakers;

namespace Sessions.Views;

/// <param name="Zone">IANA name.</param>
/// <param name="Figures">What the hosts published elsewhere.</param>
/// <param name="Next">Not over, soonest first; cancelled ones keep their place.</param>
/// <param name="Held">Latest first.</param>
public sealed record SeriesFacts(
    Guid Id,
    string Slug,
    string Name,
    string? Hashtag,
    string? Aim,
    string Zone,
    int Hue,
    bool IsSample,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<ListedSession> Next,
    IReadOnlyList<ListedSession> Held,
    Instant? ValidUntil)
{
    /// <summary>Null while it runs; else whether it pauses or has ended, and the host's note.</summary>
    public SeriesStop? Stop { get; init; }

    /// <summary>Anybody may offer it a talk or suggest a topic.</summary>
    public bool TakesProposals { get; init; }

    /// <summary>A recording of it can be listened to.</summary>
    public bool HasSound { get; init; }

    /// <summary>Of today in the series' zone.</summary>
    public IReadOnlyList<ShownPartner> Partners { get; init; } = [];
}

/// <param name="Note">The host's words; null if none.</param>
public sealed record SeriesStop(bool HasEnded, string? Note);

/// <param name="Source">Web address or words; null if none was given.</param>
public sealed record Figure(string Label, string Value, string? Source)
{
    /// <summary>Reads "label | figure | source", one a line; lines without both of the first two are left out.</summary>
    public static IReadOnlyList<Figure> Parse(string? lines) =>
    [
        .. (lines ?? "").Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length >= 2 && parts[0].Length > 0 && parts[1].Length > 0)
            .Select(parts => new Figure(parts[0], parts[1], parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null)),
    ];
}

public sealed class SeriesView
{
    /// <summary>A weekly series fills this in ten years; the archive lists the rest.</summary>
    private const int MostSessions = 520;

    private readonly Database _database;

    private static readonly Func<SessionsDb, string, Task<Head?>> HeadOf = Compiled.One((SessionsDb db, string slug) => db.Series
        .Where(s => s.Slug == slug && s.PublishedAt != null)
        .Select(s => new Head(s.Id, s.Slug, s.Name, s.Hashtag, s.Aim, s.Zone, s.Hue, s.IsSample, s.Figures, s.Venue.Address, s.PausedAt != null, s.EndedAt != null, s.StateNote,
            db.Partners.Any(p => p.SeriesId == s.Id), s.Terms.TakesProposals,
            // From its sessions on, as the indexes go.
            db.Sessions.Any(o => o.SeriesId == s.Id && o.PublishedAt != null && db.Recordings.ShownToAll().Any(r => r.SessionId == o.Id && (r.AudioId != null || r.File!.MediaType.StartsWith("audio/")))))).FirstOrDefault());

    private static readonly Func<SessionsDb, Guid, IAsyncEnumerable<SessionRow>> SessionsOf = Compiled.Many(SessionRows.Of((SessionsDb db, Guid series) => db.Sessions
        .Where(s => s.SeriesId == series && s.PublishedAt != null)
        // As the index has them; sorting whole rows further costs the database more than half of its work.
        .OrderByDescending(s => s.SortDate).Take(MostSessions)));

    private static readonly Func<SessionsDb, Guid, IAsyncEnumerable<RowSpeaker>> SpeakersOf = Compiled.Many((SessionsDb db, Guid series) => db.Sessions
        .Where(s => s.SeriesId == series && s.PublishedAt != null)
        .Join(db.Appearances, s => s.Id, a => a.SessionId, (s, a) => a).Where(a => a.State != AppearanceState.Declined)
        .Select(a => new RowSpeaker(a.SessionId, a.Position, a.State, a.Person!.Name)));

    internal SeriesView(Database database) => _database = database;

    /// <summary>The published series of an address, for an act that needs no more of it.</summary>
    public async Task<Guid?> Find(string slug)
    {
        await using var db = _database.Read();
        return await db.Series.Where(s => s.Slug == slug && s.PublishedAt != null).Select(s => (Guid?)s.Id).FirstOrDefaultAsync();
    }

    /// <summary>Null when there is no published series at this address.</summary>
    public async Task<SeriesFacts?> Read(string slug, Instant now)
    {
        await using var db = _database.Read();
        if (await HeadOf(db, slug) is not { } series) return null;
        var rows = await SessionsOf(db, series.Id).ToListAsync();
        rows.Sort(LatestFirst);
        var sessions = SessionRows.Listed(rows, new(series.Slug, series.Name, series.Hue, series.Address), await SpeakersOf(db, series.Id).ToListAsync());
        var partners = series.HasPartners ? await ProgrammeRows.Partners(db, series.Id, series.Zone, now) : ShownPartners.None;
        var ahead = sessions.Where(s => !s.When.IsOver(now)).ToList();
        return new(series.Id, series.Slug, series.Name, series.Hashtag, series.Aim, series.Zone, series.Hue, series.IsSample,
            Figure.Parse(series.Figures),
            [.. ahead.Where(s => s.When.Date is not null).Reverse(), .. ahead.Where(s => s.When.Date is null)],
            [.. sessions.Where(s => s.When.IsOver(now))],
            Freshness.Earlier(partners.ValidUntil, Freshness.Until(now, ahead.Select(s => s.When))))
        { Partners = partners.All, HasSound = series.HasSound, TakesProposals = series is { TakesProposals: true, HasEnded: false }, Stop = series.IsPaused || series.HasEnded ? new(series.HasEnded, series.StateNote) : null };
    }

    private static int LatestFirst(SessionRow a, SessionRow b) =>
        Compare(b.When.SortDate, a.When.SortDate) is not 0 and var byDay ? byDay
        : Compare(b.When.Start, a.When.Start) is not 0 and var byTime ? byTime
        : Compare(b.Number, a.Number) is not 0 and var byNumber ? byNumber
        : a.Id.CompareTo(b.Id);

    private static int Compare<T>(T? one, T? other) where T : struct, IComparable<T> => Nullable.Compare(one, other);

    private sealed record Head(Guid Id, string Slug, string Name, string? Hashtag, string? Aim, string Zone, int Hue, bool IsSample, string? Figures, string? Address, bool IsPaused, bool HasEnded, string? StateNote, bool HasPartners, bool TakesProposals, bool HasSound);
}
