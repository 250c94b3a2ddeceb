using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>Takes a talk from one session to another inside a write: its speaker, what they handed in, and its minutes of the running order.</summary>
internal static class MovedTalkWriter
{
    public static async Task To(SessionsDb db, Appearance appearance, Session from, Session to, Instant now)
    {
        await MoveMinutes(db, appearance.Id, from, to);
        appearance.Position = await db.Appearances.Where(a => a.SessionId == to.Id).MaxAsync(a => (int?)a.Position + 1) ?? 0;
        appearance.SessionId = to.Id;
        appearance.ForgetOtherDate();
        await MoveFiles(db, appearance.Id, to.Id);
        (from.ChangedAt, to.ChangedAt) = (now, now);
        var isOnly = !await db.Appearances.AnyAsync(a => a.SessionId == from.Id && a.Id != appearance.Id && a.State != AppearanceState.Declined);
        // "date, title, speaker" names the session after its one talk: then the name goes where the talk goes.
        if (isOnly && appearance.Talk.Title is null && from.Title is not null && to.Title is null) (to.Title, from.Title) = (from.Title, null);
        if (!appearance.HasTalk) return;
        to.SpeakersToBeConfirmed = false;
        from.SpeakersToBeConfirmed |= isOnly;
    }

    /// <summary>Addresses of files name the file alone, so that old ones still lead to it.</summary>
    public static async Task MoveFiles(SessionsDb db, Guid appearanceId, Guid sessionId)
    {
        foreach (var item in await db.Resources.Include(r => r.File).Where(r => r.AppearanceId == appearanceId).ToListAsync())
        {
            item.SessionId = sessionId;
            if (item.File is { } file) file.SessionId = sessionId;
        }

        foreach (var version in await db.ResourceVersions.Include(v => v.File).Where(v => v.Resource!.AppearanceId == appearanceId).ToListAsync())
            if (version.File is { } file) file.SessionId = sessionId;

        foreach (var item in await db.Recordings.Include(r => r.File).Include(r => r.Poster).Include(r => r.Audio).Where(r => r.AppearanceId == appearanceId).ToListAsync())
        {
            item.SessionId = sessionId;
            foreach (var file in item.Files()) file.SessionId = sessionId;
        }
    }

    /// <summary>Before the close, where the new session has one; a session without a running order gets none.</summary>
    private static async Task MoveMinutes(SessionsDb db, Guid appearanceId, Session from, Session to)
    {
        var old = (await RunningOrderRows.Of(db, from.SeriesId, from.Id)).ConvertAll(RunningOrderRows.Line);
        var moving = old.FindAll(line => line.AppearanceId == appearanceId);
        if (moving.Count == 0) return;
        await RunningOrderRows.Replace(db, from.SeriesId, from.Id, old.Except(moving));
        var own = (await RunningOrderRows.Of(db, to.SeriesId, to.Id)).ConvertAll(RunningOrderRows.Line);
        if (own.Count == 0) return;
        var close = own.FindIndex(line => line.Kind == RunningOrderKind.Close);
        own.InsertRange(close < 0 ? own.Count : close, moving);
        await RunningOrderRows.Replace(db, to.SeriesId, to.Id, own);
    }
}
