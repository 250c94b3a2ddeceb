using NodaTime;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>What a change does to sessions and people.</summary>
/// <param name="Sessions">In the order of their times.</param>
/// <param name="Mails">One outbox row each, once the time for undoing is over.</param>
/// <param name="Undo">Takes it back for a minute; null of a preview.</param>
public sealed record ChangeResult(IReadOnlyList<ChangedSession> Sessions, IReadOnlyList<MailAhead> Mails, Guid? Undo = null)
{
    public int Attendees => Mails.Where(m => !m.IsSpeaker).DistinctBy(m => m.Recipient).Count();

    public int Speakers => Mails.Where(m => m.IsSpeaker).DistinctBy(m => m.Recipient).Count();
}

/// <param name="Fields">What becomes another there.</param>
/// <param name="Replaced">Of these, what somebody had set by hand for this session.</param>
/// <param name="People">With a place or in the line.</param>
public sealed record ChangedSession(Guid Id, int? Number, string? Title, SessionTime Before, SessionTime After, SessionFields Fields, SessionFields Replaced, bool IsCancelled, int People)
{
    internal static ChangedSession Of(Session session, SessionImage before, SessionFields fields) => new(session.Id, session.Number, session.Title, before.When, session.When,
        fields, fields & before.Edited, session.IsCancelled && before.Cancelled is null, session.Confirmed + session.Waiting);
}

/// <summary>A mail that a change will owe.</summary>
public sealed record MailAhead(string Kind, string Recipient, Guid SessionId, bool IsSpeaker)
{
    /// <summary>Announces a move, another place or a cancellation to everybody in a published session that is not over; nobody otherwise.</summary>
    /// <param name="was">The time before.</param>
    internal static async Task<IReadOnlyList<MailAhead>> Announce(SessionsDb db, Session session, SessionTime was, Instant now)
    {
        if (session.PublishedAt is null || was.OverAt <= now) return [];
        var recipients = await SessionChangeRows.Recipients(db, session.Id);
        var soonest = was.Start is { } before && session.When.Start is { } start ? Instant.Min(before, start) : was.Start ?? session.When.Start;
        if (recipients.Count > 0) await SessionChangeWriter.Announce(db, session.Id, soonest, now);
        var kind = session.IsCancelled ? RegistrationMail.Cancelled : RegistrationMail.Moved;
        return [.. recipients.Select(r => new MailAhead(kind, r.Address, session.Id, r.IsSpeaker))];
    }

    /// <summary>Gives new places to the line. Whoever was given a place keeps it, so they wait until the change can't be taken back any more.</summary>
    internal static async Task<IEnumerable<MailAhead>> LetIn(SessionsDb db, Session session, Instant now)
    {
        var next = await PromotionWriter.FillLater(db, session, now + Undoing.OpenFor, now);
        return next.Select(one => new MailAhead(one.Kind, one.Recipient, session.Id, IsSpeaker: false));
    }
}
