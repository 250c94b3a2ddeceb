using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>Owes the one mail that the speaker of a moved talk gets.</summary>
internal static class TalkMoveWriter
{
    /// <summary>
    /// Whoever was told of the old session hears of the new one, and their calendar entry goes along. Whoever was not, because the request never
    /// left or there was none, is asked for the new one if it is public.
    /// </summary>
    public static async Task<IReadOnlyList<MailAhead>> TellSpeaker(SessionsDb db, Appearance appearance, TalkMove move, Session to, Instant now)
    {
        if (appearance is not { Person.Address: { } address, State: not AppearanceState.Declined } || !to.When.IsDated || to.When.OverAt is not { } end) return [];
        var asked = await db.Outbox.Where(m => m.SubjectId == appearance.Id && m.Kind == ProgrammeWriter.AskedKind).ToListAsync();
        foreach (var unwritten in asked.Where(m => m is { State: OutboxState.Waiting, MessageId: null })) unwritten.Drop(null);
        if (asked.TrueForAll(m => m.MessageId is null))
            return await ProgrammeWriter.AskAgain(db, to, appearance, now) ? [new(ProgrammeWriter.AskedKind, address, to.Id, IsSpeaker: true)] : [];
        await db.Owe(new(Key(move), ProgrammeWriter.MovedKind, move.Id, appearance.PersonId, address, end)
        {
            SeriesId = to.SeriesId,
            SessionId = to.Id,
            Topic = $"appearance:{appearance.Id}",
            DueAt = now + Undoing.OpenFor,
        }, now);
        await ProgrammeWriter.LookAtPlaces(db, to, now);
        return [new(ProgrammeWriter.MovedKind, address, to.Id, IsSpeaker: true)];
    }

    /// <summary>Nobody hears of a move that was taken back in time.</summary>
    public static async Task TakeBack(SessionsDb db, TalkMove move, Instant now)
    {
        var key = Key(move);
        foreach (var row in await db.Outbox.Where(m => m.Key == key && m.State == OutboxState.Waiting).ToListAsync()) row.Drop(null);
        foreach (var notice in await db.Notices.Where(n => n.SubjectId == move.Id && n.DoneAt == null).ToListAsync()) notice.DoneAt = now;
        db.Remove(move);
    }

    private static string Key(TalkMove move) => $"talk-move:{move.Id}:speaker";
}
