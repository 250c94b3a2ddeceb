using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Speakers;

namespace Sessions.Views;

/// <param name="MayExcuse">Of this reader.</param>
/// <param name="Sessions">Ahead and not cancelled, drafts too, soonest first.</param>
public sealed record ReadinessFacts(Guid SeriesId, string Slug, string Name, bool MayExcuse, IReadOnlyList<ReadySession> Sessions);

/// <param name="Speakers">In the order of the programme, without those who declined.</param>
public sealed record ReadySession(HostedSession Session, IReadOnlyList<ReadySpeaker> Speakers);

/// <param name="Name">Their name, or as much of their address as the reader may see.</param>
/// <param name="Items">What is asked of them; a chair owes an answer alone.</param>
public sealed record ReadySpeaker(Guid Id, string? Name, AppearanceRole Role, AppearanceState State, bool HasAddress, IReadOnlyList<ItemLine> Items);

/// <summary>What speakers of a series still owe, session by session.</summary>
public sealed class ReadinessView
{
    /// <summary>What lies further ahead waits.</summary>
    public const int Most = 60;

    private readonly Database _database;

    internal ReadinessView(Database database) => _database = database;

    /// <summary>Null when there is no such series, or none for this reader.</summary>
    public async Task<ReadinessFacts?> Read(Actor who, string slug, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Slug, s.Name, s.Dues }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadSeries, series.Id)) return null;
        var sessions = (await db.ListHosted(db.Sessions.Where(s => s.SeriesId == series.Id && s.CancelledAt == null).MaybeAhead(now).Soonest().Take(Most))).FindAll(s => !s.IsOver(now));
        var (ids, inFull) = (sessions.ConvertAll(s => s.Id), who.May(Act.SeeAddresses, series.Id));
        var speakers = (await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined).OrderBy(a => a.Position)
            .Select(a => new { Appearance = a, Person = a.Person!, HasSlides = db.Resources.Any(r => r.AppearanceId == a.Id) || db.Recordings.Any(r => r.AppearanceId == a.Id) })
            .ToListAsync()).ToLookup(a => a.Appearance.SessionId);
        return new(series.Id, series.Slug, series.Name, who.May(Act.AskSpeaker, series.Id), sessions.ConvertAll(s => new ReadySession(s, [.. speakers[s.Id].Select(a => new ReadySpeaker(
            a.Appearance.Id, a.Person.Name ?? (inFull ? a.Person.Address : EmailAddress.Masked(a.Person.Address)), a.Appearance.Role, a.Appearance.State, a.Person.Address is not null,
            Missing.Checklist(HandedIn.Of(a.Appearance, a.Person, a.HasSlides, series.Dues), s.When, now)))])));
    }
}
