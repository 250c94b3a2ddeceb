using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>Takes back a change within its minute, before any of its mails left.</summary>
public sealed class UndoChange
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal UndoChange(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task<Answer<UndoResult, UndoRefusal>> Save(Actor who, Guid stepId)
    {
        await using var read = _database.Read();
        if (await read.UndoSteps.FirstOrDefaultAsync(s => s.Id == stepId) is not { } found || found.PersonId != who.PersonId || !who.May(Act.EditSession, found.SeriesId))
            return UndoRefusal.NotFound;
        var images = UndoImages.Parse(found.Before);
        var ids = images.Sessions.Select(pair => pair.Before.Id).ToList();
        return await _database.Write<Answer<UndoResult, UndoRefusal>>(async db =>
        {
            var now = _time.Now();
            var step = await db.UndoSteps.FirstAsync(s => s.Id == stepId);
            if (step.UndoneAt is not null) return UndoRefusal.AlreadyUndone;
            if (!step.IsOpen(now)) return UndoRefusal.TooLate;
            var sessions = await db.Sessions.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
            var back = images.Sessions.Where(pair => sessions.TryGetValue(pair.Before.Id, out var session) && session.GoBack(pair.Before, pair.After, now)).Select(pair => pair.Before.Id).ToList();
            await SessionChangeWriter.TakeBack(db, back, step.At, now);
            if (images.Series is { } series) (await db.Series.FirstAsync(s => s.Id == step.SeriesId)).GoBack(series.Before, series.After);
            if (images.Talk is { } talk) await TakeBack(db, talk, now);
            step.UndoneAt = now;
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = step.SeriesId, SessionId = ids.Count == 1 ? ids[0] : null, Text = $"Undid: {step.What}" });
            if (ids.Count > 1)
                foreach (var id in back) db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = step.SeriesId, SessionId = id, IsPart = true, Text = $"Undid: {step.What}" });
            return new UndoResult(back.Count, ids.Count - back.Count);
        }, RowLocks.Session(ids).And(RowLocks.Series(found.SeriesId)));
    }

    /// <summary>Unless the talk went on to a third session meanwhile.</summary>
    private static async Task TakeBack(SessionsDb db, TalkImage talk, Instant now)
    {
        var appearance = await db.Appearances.FirstOrDefaultAsync(a => a.Id == talk.AppearanceId && a.SessionId == talk.To);
        if (appearance is null || await db.TalkMoves.FirstOrDefaultAsync(m => m.Id == talk.MoveId) is not { } move) return;
        (appearance.SessionId, appearance.Position) = (talk.From, talk.Position);
        await MovedTalkWriter.MoveFiles(db, appearance.Id, talk.From);
        var series = await db.Sessions.Where(s => s.Id == talk.From || s.Id == talk.To).ToDictionaryAsync(s => s.Id, s => s.SeriesId);
        await RunningOrderRows.Replace(db, series[talk.From], talk.From, talk.FromOrder);
        await RunningOrderRows.Replace(db, series[talk.To], talk.To, talk.ToOrder);
        await TalkMoveWriter.TakeBack(db, move, now);
    }
}

/// <param name="Back">Sessions that are as they were.</param>
/// <param name="Left">Sessions that were changed once more since, and stay as they are.</param>
public sealed record UndoResult(int Back, int Left);

public enum UndoRefusal
{
    NotFound = 1,

    /// <summary>The minute is over; its mails are on their way.</summary>
    TooLate = 2,
    AlreadyUndone = 3,
}
