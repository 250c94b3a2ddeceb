using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Invitations;

public enum WordingRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TooLong = 3,

    /// <summary><see cref="WordingText.Faults"/> says which, and what was meant.</summary>
    WrongPlaceholder = 4,

    /// <summary>A preview alone: such a mail would say nothing now.</summary>
    NothingToShow = 5,
}

/// <summary>What the hosts of a series want said in its mails.</summary>
public sealed class WordingService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal WordingService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>For mails that are not written yet: those on their way stay as they are.</summary>
    /// <param name="text">Empty takes the words away.</param>
    public async Task<WordingRefusal?> Save(Actor who, Guid seriesId, string slot, string? text)
    {
        if (!who.May(Act.EditSeries, seriesId)) return WordingRefusal.NotAllowed;
        if (WordingSlots.Find(slot) is not { } known) return WordingRefusal.NotFound;
        if (Check(known, text) is { } no) return no;
        return await _database.Write<WordingRefusal?>(async db =>
        {
            if (!await db.Series.AnyAsync(s => s.Id == seriesId)) return WordingRefusal.NotFound;
            var (now, clean) = (_time.Now(), TypedText.Lines(text));
            var row = await db.Wordings.FirstOrDefaultAsync(w => w.SeriesId == seriesId && w.Slot == slot);
            if (row?.Text == clean) return null;
            if (clean is null) db.Remove(row!);
            else if (row is null) db.Add(new Wording { SeriesId = seriesId, Slot = slot, Text = clean, UpdatedAt = now });
            else (row.Text, row.UpdatedAt) = (clean, now);
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = seriesId, Text = $"{(clean is null ? "Took away" : "Changed")} the words in mails: {known.Name}" });
            return null;
        }, RowLocks.Series(seriesId));
    }

    internal static WordingRefusal? Check(WordingSlot slot, string? text) => WordingText.Read(text, slot.Placeholders).Faults switch
    {
        [] => null,
        [{ Kind: WordingFaultKind.TooLong }, ..] => WordingRefusal.TooLong,
        _ => WordingRefusal.WrongPlaceholder,
    };
}
