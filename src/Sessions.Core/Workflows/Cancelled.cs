using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>The cancellation of one session inside a larger act.</summary>
internal static class Cancelled
{
    private const int LongestReason = 1000;

    /// <param name="because">Told to everybody; may be empty.</param>
    /// <returns>The mails it will owe.</returns>
    public static Task<IReadOnlyList<MailAhead>> Now(SessionsDb db, UndoRows undo, Session session, Actor who, string? because, Instant now)
    {
        undo.Before(session);
        session.Cancel(who.PersonId, TypedText.Lines(because) is { } said ? TypedText.Cut(said, LongestReason) : null, now);
        return MailAhead.Announce(db, session, session.When, now);
    }
}
