using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Registrations;

/// <summary>Who of a session hears that a talk left it.</summary>
internal static class TalkMoveRows
{
    public const string NoticeKind = "talk.moved";

    /// <summary>Everybody with a place or in the line, but the speaker, in the order of their ids.</summary>
    public static Task<List<ChangeRecipient>> People(SessionsDb db, Guid sessionId, Guid speakerId) => db.Registrations
        .Where(r => r.SessionId == sessionId && r.State != RegistrationState.Withdrawn && r.PersonId != speakerId && r.Person!.Address != null && r.Person.BlockedAt == null)
        .OrderBy(r => r.PersonId).Select(r => new ChangeRecipient(r.PersonId, r.Person!.Address!, r.Person.Name, false)).ToListAsync();
}
