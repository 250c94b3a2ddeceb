using NodaTime;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>What a change does to people.</summary>
/// <param name="Attendees">With a place or in the line.</param>
/// <param name="Mails">One row each, once the few minutes of undo are over.</param>
public sealed record ChangeResult(int Attendees, int Speakers, IReadOnlyList<string> Mails)
{
    internal static async Task<ChangeResult> Tell(SessionsDb db, Session session, bool tellsPeople, Instant? soonest, Instant now)
    {
        if (!tellsPeople) return new(0, 0, []);
        var recipients = await SessionChangeRows.Recipients(db, session.Id);
        if (recipients.Count > 0) await SessionChangeWriter.Announce(db, session.Id, soonest, now);
        return new(recipients.Count(r => !r.IsSpeaker), recipients.Count(r => r.IsSpeaker), [.. recipients.Select(r => r.Address)]);
    }
}
