using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Views;

public sealed class HostSessionView
{
    public const int PeopleAtOnce = 200;

    private const int MostLines = 200;

    private readonly Database _database;

    internal HostSessionView(Database database) => _database = database;

    /// <summary>Null when there is none, or none for this reader.</summary>
    public async Task<HostSessionFacts?> Read(Actor who, Guid id)
    {
        await using var db = _database.Read();
        if ((await db.ListHosted(db.HostedBy(who).Where(s => s.Id == id))).SingleOrDefault() is not { } session) return null;
        var more = await db.Sessions.Where(s => s.Id == id).Select(s => new
        {
            s.Series!.Hashtag,
            s.DurationMinutes,
            s.Announcement,
            s.OwnVenue,
            s.Series.Venue,
            s.CancelledAt,
            s.CancelledBecause,
            s.MovedFrom,
            s.Revision,
            s.Edited,
            HasLater = db.Sessions.Any(o => o.SeriesId == s.SeriesId && o.Id != s.Id && o.CancelledAt == null && o.SortDate >= s.SortDate
                && (o.When.Precision == Precision.Exact || o.When.Precision == Precision.Days)),
            Mails = db.Outbox.Count(m => m.SessionId == id),
            Failed = db.Outbox.Count(m => m.SessionId == id && m.State == OutboxState.Failed),
        }).FirstAsync();
        return new(session, more.Hashtag, more.DurationMinutes, more.Announcement, more.OwnVenue, more.Venue, more.CancelledAt, more.CancelledBecause,
            more.MovedFrom, more.Mails, more.Failed)
        { Revision = more.Revision, Edited = more.Edited, HasLater = more.HasLater, MayEdit = who.May(Act.EditSession, session.SeriesId), MayWrite = who.May(Act.SendMessage, session.SeriesId) };
    }

    /// <summary>Those with a place in the order they came, then the waiting list in its order; nobody without the right to see them.</summary>
    /// <param name="take">Of each of the two.</param>
    public async Task<IReadOnlyList<HostedPerson>> People(Actor who, Guid id, int take = PeopleAtOnce)
    {
        await using var db = _database.Read();
        if (!await May(db, who, Act.ReadAttendees, id)) return [];
        var confirmed = await Read(RegistrationState.Confirmed);
        var waiting = await Read(RegistrationState.Waitlisted);
        var offered = await Read(RegistrationState.Offered);
        var ids = confirmed.Concat(offered).Concat(waiting).Select(r => r.PersonId).ToList();
        var last = (await db.Outbox.Where(m => m.SessionId == id && ids.Contains(m.PersonId)
                && !db.Outbox.Any(o => o.SessionId == id && o.PersonId == m.PersonId && o.CreatedAt > m.CreatedAt))
            .Select(m => new HostedMail(m.Id, m.PersonId, m.Recipient, m.Kind, m.Subject, m.State, m.DueAt, m.SentAt, m.LastError)).ToListAsync()).ToLookup(m => m.PersonId);
        var (addresses, mails) = (await May(db, who, Act.SeeAddresses, id), await May(db, who, Act.ReadMail, id));
        return [.. confirmed.Select(r => Person(r, null)), .. offered.Select(r => Person(r, null)), .. waiting.Select((r, at) => Person(r, at + 1))];

        Task<List<Registration>> Read(RegistrationState state) =>
            db.Registrations.Include(r => r.Person).Where(r => r.SessionId == id && r.State == state).OrderBy(r => r.Order).Take(take).ToListAsync();

        HostedPerson Person(Registration r, int? place) =>
            new(r.Id, addresses ? r.Person!.Address : EmailAddress.Masked(r.Person!.Address), r.Person.Name, r.State, r.StateSince, r.JoinedAt, place,
                mails ? last[r.PersonId].FirstOrDefault() : null, r.PersonId)
            { Came = r.CameAt is not null, IsTicked = r.TickedAt is not null, OfferEndsAt = r.OfferEndsAt, OfferedBecause = r.OfferedBecause, IsStanding = r.StandingId is not null };
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<HostedMail>> Mails(Actor who, Guid id)
    {
        await using var db = _database.Read();
        if (!await May(db, who, Act.ReadMail, id)) return [];
        return await db.Outbox.Where(m => m.SessionId == id).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(MostLines)
            .Select(m => new HostedMail(m.Id, m.PersonId, m.Recipient, m.Kind, m.Subject, m.State, m.DueAt, m.SentAt, m.LastError)).ToListAsync();
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> History(Actor who, Guid id)
    {
        await using var db = _database.Read();
        if (!await May(db, who, Act.EditSession, id)) return [];
        return await db.Audit.Where(e => e.SessionId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(MostLines)
            .Select(e => new HistoryLine(e.At, db.People.Where(p => p.Id == e.ActorId).Select(p => p.Name ?? p.Address).FirstOrDefault(), e.Text)).ToListAsync();
    }

    private static async Task<bool> May(SessionsDb db, Actor who, Act act, Guid id) =>
        await db.Sessions.Where(s => s.Id == id).Select(s => (Guid?)s.SeriesId).FirstOrDefaultAsync() is { } series && who.May(act, series);
}
