using Microsoft.EntityFrameworkCore;
using Sessions.Data;

namespace Sessions.Speakers;

/// <summary>Who speaks where.</summary>
internal static class SpeakerRows
{
    /// <summary>Asked, or said yes: their calendar has the speaker's entry.</summary>
    public static Task<bool> Speaks(SessionsDb db, Guid sessionId, Guid personId) =>
        db.Appearances.AnyAsync(a => a.SessionId == sessionId && a.PersonId == personId
            && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted));
}
