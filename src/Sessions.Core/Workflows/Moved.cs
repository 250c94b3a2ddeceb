using NodaTime;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>The move of one session inside a larger act.</summary>
internal static class Moved
{
    /// <summary>By hand: the session remembers that the hour is its own.</summary>
    /// <returns>The mails it will owe.</returns>
    public static async Task<IReadOnlyList<MailAhead>> To(SessionsDb db, UndoRows undo, Session session, SessionTime when, int minutes, Instant now)
    {
        var before = undo.Before(session);
        session.Edited |= Fields(before, when, minutes);
        return await ByPlan(db, undo, session, when, minutes, now);
    }

    /// <summary>As the plan has it now: nothing to remember.</summary>
    public static async Task<IReadOnlyList<MailAhead>> ByPlan(SessionsDb db, UndoRows undo, Session session, SessionTime when, int minutes, Instant now)
    {
        var before = undo.Before(session);
        session.Move(when, now, await SessionChangeWriter.IsStillUntold(db, session.Id));
        session.DurationMinutes = minutes;
        // The first hour of what were whole days: now it takes sign-ups.
        if (before.When.Start is null) await StandingWriter.Open(db, session, now);
        return await MailAhead.Announce(db, session, before.When, now);
    }

    public static SessionFields Fields(SessionImage before, SessionTime when, int minutes) =>
        ((before.When.Date, before.When.LastDate, before.When.LocalStart, before.When.Zone) != (when.Date, when.LastDate, when.LocalStart, when.Zone) ? SessionFields.Time : SessionFields.None)
        | (before.Minutes != minutes ? SessionFields.Duration : SessionFields.None);
}
