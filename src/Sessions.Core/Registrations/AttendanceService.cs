using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Who came, as those see it who were there; the joining button notes it by itself. And what people thought of it.</summary>
public sealed class AttendanceService
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;

    internal AttendanceService(Database database, TimeProvider time, StandingLinks links) => (_database, _time, _links) = (database, time, links);

    /// <param name="came">False takes a tick back; who used the joining button stays noted.</param>
    public Task<AttendanceRefusal?> Tick(Actor who, Guid registrationId, bool came) => _database.Write<AttendanceRefusal?>(async db =>
    {
        var now = _time.Now();
        var registration = await db.Registrations.Include(r => r.Session).FirstOrDefaultAsync(r => r.Id == registrationId);
        if (registration is null) return AttendanceRefusal.NotFound;
        if (!who.May(Act.TickAttendance, registration.Session!.SeriesId)) return AttendanceRefusal.NotAllowed;
        if (Refused(registration, now) is { } no) return no;
        registration.TickedAt = came ? registration.TickedAt ?? now : null;
        return null;
    });

    /// <summary>At the door, by the code that an attendee shows there.</summary>
    /// <param name="code">Its token, or the whole address that the code holds.</param>
    /// <param name="sessionId">Whose door it is; null for any that this person may tick.</param>
    public Task<Answer<CheckedIn, AttendanceRefusal>> CheckIn(Actor who, string? code, Guid? sessionId = null) => _database.Write<Answer<CheckedIn, AttendanceRefusal>>(async db =>
    {
        var now = _time.Now();
        if (await PersonalLinkRows.OpenCheckIn(db, _links, code?.Trim().Split('/')[^1]) is not { Session: { } session } registration) return AttendanceRefusal.NotFound;
        if (!who.May(Act.TickAttendance, session.SeriesId)) return AttendanceRefusal.NotAllowed;
        if (sessionId is { } door && door != session.Id) return AttendanceRefusal.AnotherSession;
        if (Refused(registration, now) is { } no) return no;
        var wasIn = registration.CameAt is not null;
        registration.TickedAt ??= now;
        return new CheckedIn(registration.Id, registration.Person!.Name, wasIn);
    });

    /// <summary>Once the session is over, by the link that names the place; a second answer takes the place of the first.</summary>
    /// <param name="score">1 to <see cref="Feedback.Best"/>, or none.</param>
    public Task<Answer<bool, RegistrationRefusal>> Say(string token, int? score, string? comment) => _database.Write<Answer<bool, RegistrationRefusal>>(async db =>
    {
        var now = _time.Now();
        if (await PersonalLinkRows.OpenJoin(db, _links, token) is not { Session: { } session } registration || !(session.When.End <= now)) return RegistrationRefusal.LinkNotOpen;
        registration.Person!.Answered(now);
        var words = TypedText.Lines(comment) is { } text ? TypedText.Cut(text, Feedback.LongestComment) : null;
        var marks = score is >= 1 and <= Feedback.Best ? score : null;
        var said = await db.Feedback.FirstOrDefaultAsync(f => f.RegistrationId == registration.Id);
        if (said is not null) (said.Score, said.Comment, said.At) = (marks, words, now);
        else if (marks is not null || words is not null) db.Add(new Feedback { RegistrationId = registration.Id, SessionId = session.Id, Score = marks, Comment = words, At = now });
        return true;
    });

    private static AttendanceRefusal? Refused(Registration registration, Instant now) =>
        registration.State != RegistrationState.Confirmed ? AttendanceRefusal.NoPlace
        : RoomHours.Of(registration.Session!.When).Opens is not { } opens || now < opens ? AttendanceRefusal.TooEarly : null;
}

public enum AttendanceRefusal
{
    NotFound = 1,
    NotAllowed = 2,

    /// <summary>Nobody is ticked who has no place.</summary>
    NoPlace = 3,

    /// <summary>The room has not opened yet.</summary>
    TooEarly = 4,

    /// <summary>The code is one of another session.</summary>
    AnotherSession = 5,
}
