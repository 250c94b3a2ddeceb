using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Speakers;

namespace Sessions.Views;

/// <param name="Line">Role and organisation today.</param>
/// <param name="Links">Web addresses with http or https.</param>
/// <param name="Talks">Latest first.</param>
public sealed record SpeakerFacts(string Slug, string Name, string? Line, string? Bio, IReadOnlyList<Uri> Links, IReadOnlyList<SpeakerTalk> Talks, Instant? ValidUntil)
{
    public string? Pronouns { get; init; }

    /// <summary>Part of the photo's address; null without one.</summary>
    public string? PhotoTag { get; init; }
}

/// <param name="Line">Role and organisation on that day, where it was another one.</param>
public sealed record SpeakerTalk(string? Title, string? Line, ListedSession Session, AppearanceRole Role = AppearanceRole.Speaker);

public sealed class SpeakerView
{
    private readonly Database _database;

    internal SpeakerView(Database database) => _database = database;

    /// <summary>Null for everybody who is on no public programme, and for who has an address and did not ask for a page.</summary>
    public async Task<SpeakerFacts?> Read(string slug, Instant now)
    {
        await using var db = _database.Read();
        var person = await db.People.Where(p => p.Slug == slug && (p.Address == null || p.ShowsPage)).Select(p => new { p.Id, p.Name, p.Pronouns, p.Line, p.Bio, p.Links, p.PhotoTag }).FirstOrDefaultAsync();
        if (person?.Name is null) return null;
        var talks = await db.Appearances
            .Where(a => a.PersonId == person.Id && (a.State == AppearanceState.Named || a.State == AppearanceState.Accepted))
            .Select(a => new { a.SessionId, a.Talk.Title, a.Line, a.Role }).ToListAsync();
        var ids = talks.ConvertAll(t => t.SessionId);
        var sessions = await db.List(db.Published().Where(s => ids.Contains(s.Id)).Latest());
        if (sessions.Count == 0) return null;
        return new(slug, person.Name, person.Line, person.Bio, WebLinks(person.Links),
            [.. sessions.Join(talks, s => s.Id, t => t.SessionId, (s, t) => new SpeakerTalk(t.Title, t.Line, s, t.Role))],
            Freshness.Until(now, sessions.Select(s => s.When)))
        { PhotoTag = person.PhotoTag, Pronouns = person.Pronouns };
    }

    /// <summary>Where the page of an address went that was put together with another; null where there is none.</summary>
    public async Task<string?> MovedTo(string slug)
    {
        await using var db = _database.Read();
        return await db.People.Where(p => p.Slug == slug && p.MergedIntoId != null).Join(db.People, p => p.MergedIntoId, k => k.Id, (_, k) => k.Slug).FirstOrDefaultAsync();
    }

    internal static IReadOnlyList<Uri> WebLinks(string? lines) =>
    [
        .. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Uri.TryCreate(line, UriKind.Absolute, out var uri) ? uri : null)
            .OfType<Uri>().Where(uri => uri.Scheme is "http" or "https"),
    ];
}
