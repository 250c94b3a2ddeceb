using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>Everybody who has to hear of a moved or cancelled session.</summary>
internal static class SessionChangeRows
{
    /// <summary>
    /// Exactly who gets a mail when this session moves or is cancelled, one row a mail: everybody with a place or in the line,
    /// and the speakers who were asked and have not declined.
    /// </summary>
    public static async Task<IReadOnlyList<ChangeRecipient>> Recipients(SessionsDb db, Guid sessionId)
    {
        var attendees = await db.Registrations
            .Where(r => r.SessionId == sessionId && r.State != RegistrationState.Withdrawn && r.Person!.Address != null && r.Person.BlockedAt == null)
            .Select(r => new ChangeRecipient(r.PersonId, r.Person!.Address!, r.Person.Name, false)).ToListAsync();
        var speakers = await db.Appearances
            .Where(a => a.SessionId == sessionId && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted)
                && a.Person!.Address != null && a.Person.BlockedAt == null)
            .Select(a => new ChangeRecipient(a.PersonId, a.Person!.Address!, a.Person.Name, true)).ToListAsync();
        return [.. speakers.Concat(attendees).DistinctBy(r => r.PersonId).OrderBy(r => r.PersonId)];
    }
}

/// <summary>Who one mail about a change goes to.</summary>
internal sealed record ChangeRecipient(Guid PersonId, string Address, string? Name, bool IsSpeaker);
