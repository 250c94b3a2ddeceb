using Microsoft.EntityFrameworkCore;
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

    public async Task<SessionRefusal?> Save(Actor who, Guid sessionId, SessionForm form)
    {
        if (Check(form) is { } no) return no;
        return await _database.Write<SessionRefusal?>(async db =>
        {
            var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
            if (session is null) return SessionRefusal.NotFound;
            if (!who.May(People.Act.EditSession, session.SeriesId)) return SessionRefusal.NotAllowed;
            if (form.Number is { } number && await db.Sessions.AnyAsync(s => s.SeriesId == session.SeriesId && s.Number == number && s.Id != sessionId))
                return SessionRefusal.NumberTaken;
            var now = _time.Now();
            session.Title = TypedText.Line(form.Title);
            session.Announcement = TypedText.Lines(form.Announcement);
            session.Number = form.Number;
            session.SpeakersToBeConfirmed = form.SpeakersToBeConfirmed;
            session.OwnVenue = new(TypedText.Line(form.OwnVenue.RoomLink), TypedText.Line(form.OwnVenue.StreamLink), TypedText.Line(form.OwnVenue.Address));
            session.Capacity = form.Capacity;
            session.SetBand();
            await PromotionWriter.Fill(db, session, now);
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = "Changed the session" });
            return null;
        }, RowLocks.Session(sessionId));
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
