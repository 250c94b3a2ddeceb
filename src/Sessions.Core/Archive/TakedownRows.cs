using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Archive;

/// <summary>Takes something out of the public's sight, inside a write.</summary>
internal static class TakedownRows
{
    public static async Task<ITakenDown?> Find(SessionsDb db, Guid sessionId, Guid itemId) =>
        (ITakenDown?)await db.Recordings.Include(r => r.File).FirstOrDefaultAsync(r => r.Id == itemId && r.SessionId == sessionId)
            ?? await db.Resources.FirstOrDefaultAsync(r => r.Id == itemId && r.SessionId == sessionId);

    /// <param name="noted">For the history alone.</param>
    public static void TakeDown(SessionsDb db, Actor who, Session session, ITakenDown item, TakedownReason reason, string? noted, Instant now)
    {
        (item.TakenDownAt, item.TakenDownBecause) = (now, reason);
        db.NoteArchive(who, session, $"Took down \"{Title(item)}\": {Words(reason)}{(noted is null ? "" : $" ({noted})")}", now);
    }

    public static string Title(ITakenDown item) => TypedText.Cut(item is Recording recording ? recording.Title ?? recording.File?.Name ?? recording.Url ?? "recording" : ((Resource)item).Title, 100);

    private static string Words(TakedownReason reason) => reason switch
    {
        TakedownReason.ConsentWithdrawn => "consent was withdrawn",
        TakedownReason.Report => "somebody reported it",
        _ => "another reason",
    };
}
