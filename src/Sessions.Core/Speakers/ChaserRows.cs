using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>Who is written to about what is still missing.</summary>
internal static class ChaserRows
{
    public const string Kind = "speaker.missing";

    /// <summary>
    /// Talks ahead of which something is due before the next such mail, soonest first. Only of people who can be written to
    /// and did not stop such mail, in series that go on.
    /// </summary>
    /// <param name="personId">Null is everybody.</param>
    public static async Task<List<ChasedTalk>> Ahead(SessionsDb db, Guid? personId, Instant now)
    {
        var (from, to) = (now.InUtc().Date.PlusDays(-SessionTime.MostDays), now.InUtc().Date.PlusDays(DueDates.MostAhead + 1));
        var sessions = db.Sessions.Where(s => s.CancelledAt == null && s.SortDate >= from && s.SortDate <= to
            && s.Series!.PausedAt == null && s.Series.EndedAt == null);
        var rows = await db.Appearances.Where(a => (personId == null || a.PersonId == personId) && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted)
                && a.Person!.Address != null && a.Person.BlockedAt == null && a.Person.NewsStoppedAt == null)
            .Join(sessions, a => a.SessionId, s => s.Id, (a, s) => new
            {
                Appearance = a,
                Person = a.Person!,
                Session = s,
                Series = s.Series!,
                HasSlides = db.Resources.Any(r => r.AppearanceId == a.Id) || db.Recordings.Any(r => r.AppearanceId == a.Id),
            }).ToListAsync();
        return [.. rows.Where(r => r.Session.When.OverAt > now)
            .Select(r => new ChasedTalk(r.Appearance, r.Person, r.Session, r.Series, Missing.Checklist(HandedIn.Of(r.Appearance, r.Person, r.HasSlides, r.Series.Dues), r.Session.When, now), now))
            .Where(t => t.Named.Count > 0)
            .OrderBy(t => t.Named.Min(line => line.Due)).ThenBy(t => t.Session.When.OverAt)];
    }

    /// <summary>Those who got such a mail lately, or are about to; what was never sent counts for nothing.</summary>
    public static IQueryable<OutboxMessage> Lately(SessionsDb db, Instant now)
    {
        var since = now - Duration.FromDays(DueDates.Pause);
        return db.Outbox.Where(m => m.Kind == Kind && m.State != OutboxState.Dropped
            && (m.State == OutboxState.Waiting || m.State == OutboxState.Sending || (m.SentAt ?? m.CreatedAt) > since));
    }
}

/// <summary>One talk of somebody who still owes something for it.</summary>
/// <param name="Lines">All that is asked of them.</param>
internal sealed record ChasedTalk(Appearance Appearance, Person Person, Session Session, Series Series, IReadOnlyList<ItemLine> Lines, Instant Now)
{
    public IReadOnlyList<ItemLine> Named { get; } = DueDates.Named(Lines, Session.When.Zone, Now);

    /// <summary>Worth a mail today.</summary>
    public bool IsTime => DueDates.IsTime(Lines, Appearance.AskedAt ?? Appearance.CreatedAt, Session.When.Zone, Now);
}
