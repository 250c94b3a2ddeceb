using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>Everything of a session but its hour. More places let the first of the line in.</summary>
public sealed class EditSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal EditSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Who would hear of it, before anything is saved.</summary>
    public Task<Answer<EditResult, SessionRefusal>> Preview(Actor who, Guid sessionId, SessionForm form) =>
        _database.Rehearse(db => Act(db, who, sessionId, form));

    public Task<Answer<EditResult, SessionRefusal>> Save(Actor who, Guid sessionId, SessionForm form) =>
        _database.Write(db => Act(db, who, sessionId, form), RowLocks.Session(sessionId));

    private async Task<Answer<EditResult, SessionRefusal>> Act(SessionsDb db, Actor who, Guid sessionId, SessionForm form)
    {
        if (Check(form) is { } no) return no;
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return SessionRefusal.NotFound;
        if (!who.May(People.Act.EditSession, session.SeriesId)) return SessionRefusal.NotAllowed;
        if (form.Number is { } number && await db.Sessions.AnyAsync(s => s.SeriesId == session.SeriesId && s.Number == number && s.Id != sessionId))
            return SessionRefusal.NumberTaken;
        var (now, before, waiting) = (_time.Now(), session.Place, session.Waiting);
        session.Title = TypedText.Line(form.Title);
        session.Announcement = TypedText.Lines(form.Announcement);
        session.Number = form.Number;
        session.SpeakersToBeConfirmed = form.SpeakersToBeConfirmed;
        session.OwnVenue = new(TypedText.Line(form.OwnVenue.RoomLink), TypedText.Line(form.OwnVenue.StreamLink), TypedText.Line(form.OwnVenue.Address));
        session.Capacity = form.Capacity;
        session.ChangedAt = now;
        session.SetBand();
        var free = session.Capacity is { } places ? Math.Max(0, places - session.Confirmed) : waiting;
        await PromotionWriter.Fill(db, session, now);
        var told = await TellPlace(db, session, before, now);
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = "Changed the session" });
        return new EditResult(session.Waiting < waiting ? Math.Min(free, waiting) : 0, told);
    }

    /// <summary>Another address, or online instead of a place, is a change people have to hear of; another link of the room is not: theirs stays.</summary>
    private static async Task<int> TellPlace(SessionsDb db, Session session, Venue before, Instant now)
    {
        var isSame = (before.Address, before.IsOnline) == (session.Place.Address, session.Place.IsOnline);
        if (isSame || session is { PublishedAt: null } or { IsCancelled: true } || session.When.Start is not { } start || start <= now) return 0;
        var recipients = (await SessionChangeRows.Recipients(db, session.Id)).Count;
        if (recipients > 0) await SessionChangeWriter.Announce(db, session.Id, start, now);
        return recipients;
    }

    private static SessionRefusal? Check(SessionForm form) => form switch
    {
        { Title.Length: > Session.LongestTitle } or { Announcement.Length: > 20_000 } => SessionRefusal.TooLong,
        { OwnVenue.Address.Length: > SeriesRules.LongestAddress } => SessionRefusal.AddressTooLong,
        { Capacity: < 1 or > SeriesRules.MostPlaces } => SessionRefusal.CapacityOutOfRange,
        { Number: < 1 or > SeriesRules.HighestNumber } => SessionRefusal.NumberOutOfRange,
        { OwnVenue: var venue } when !SeriesRules.IsLink(TypedText.Line(venue.RoomLink)) || !SeriesRules.IsLink(TypedText.Line(venue.StreamLink)) => SessionRefusal.LinkNotHttp,
        _ => null,
    };
}

/// <param name="OwnVenue">What differs from the series.</param>
/// <param name="Capacity">Null is no limit; fewer than are signed up drops nobody.</param>
public sealed record SessionForm(string? Title, string? Announcement, int? Number, int? Capacity, Venue OwnVenue, bool SpeakersToBeConfirmed);

/// <param name="Promoted">From the waiting list, each with one mail.</param>
/// <param name="Told">Of the new place, by one mail each once the few minutes of undo are over.</param>
public sealed record EditResult(int Promoted, int Told)
{
    public int Mails => Promoted + Told;
}

public enum SessionRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TooLong = 3,
    CapacityOutOfRange = 4,
    NumberTaken = 5,
    NumberOutOfRange = 6,
    LinkNotHttp = 7,
    AddressTooLong = 8,
}
