using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Puts those who come to every session into one of them.</summary>
internal static class StandingWriter
{
    /// <summary>Notice: the people of the series are to be placed in this session.</summary>
    public const string NoticeKind = "standing.enrol";

    /// <summary>The entry of a later session leaves this long before it.</summary>
    public static readonly Duration InvitedBefore = Duration.FromDays(14);

    /// <summary>Makes two weeks a little more than a second.</summary>
    private const double Squeezed = 1_000_000;

    /// <summary>
    /// Call in the write that makes a session take sign-ups. Places and numbers in the line are kept for those who joined the series before; a job
    /// gives them out, in their order, some at a time, and whoever signs up meanwhile stands behind them.
    /// </summary>
    public static async Task Open(SessionsDb db, Session session, Instant now)
    {
        if (SignUpRule.Refuses(session, now) is not null || session.Held > 0) return;
        var people = await db.Standing.CountAsync(s => s.SeriesId == session.SeriesId && s.LeftAt == null);
        if (people == 0 || await db.Notices.AnyAsync(n => n.Kind == NoticeKind && n.SubjectId == session.Id && n.DoneAt == null)) return;
        session.Hold(people);
        db.Add(new Notice { Kind = NoticeKind, SubjectId = session.Id, DueAt = now, CreatedAt = now });
    }

    /// <summary>Owes the mail that brings the session's entry, or says where they stand in its line.</summary>
    /// <param name="registration">Active.</param>
    public static Task<bool> Invite(SessionsDb db, Registration registration, Person person, Session session, Instant now) =>
        RegistrationMailWriter.Owe(db, RegistrationMail.Invited, registration, person, session, now, InvitedAt(session.When, now));

    /// <summary>At once when the session is near: those that are due at once a little before now, in the order of their sessions.</summary>
    public static Instant InvitedAt(SessionTime when, Instant now)
    {
        var at = when.Start!.Value - InvitedBefore;
        return at > now ? at : now - ((now - at) / Squeezed);
    }

    /// <summary>Of a mail that has to be written before those: it may bring, or take out, what they are about.</summary>
    public static Instant BeforeThose(Instant now) => now - Duration.FromSeconds(2);
}
