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

    /// <summary>The same, as what they were asked for; null for nobody who speaks.</summary>
    public static Task<Appearance?> Of(SessionsDb db, Guid sessionId, Guid personId) =>
        db.Appearances.FirstOrDefaultAsync(a => a.SessionId == sessionId && a.PersonId == personId && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted));

    /// <summary>In which of these.</summary>
    public static Task<List<Guid>> Among(SessionsDb db, IReadOnlyCollection<Guid> sessions, Guid personId) =>
        db.Appearances.Where(a => sessions.Contains(a.SessionId) && a.PersonId == personId && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted)).Select(a => a.SessionId).ToListAsync();
}
