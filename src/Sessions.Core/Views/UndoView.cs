using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="What">Was done, as the history has it.</param>
public sealed record OpenUndo(Guid Step, string What, Instant Until);

/// <summary>What somebody can still take back.</summary>
public sealed class UndoView
{
    private readonly Database _database;

    internal UndoView(Database database) => _database = database;

    /// <summary>The last change of this person, on whichever device it was made; null when its minute is over.</summary>
    public async Task<OpenUndo?> Read(Actor who, Instant now)
    {
        var from = now - Undoing.OpenFor;
        await using var db = _database.Read();
        var step = await db.UndoSteps.Where(s => s.PersonId == who.PersonId && s.UndoneAt == null && s.At > from).OrderByDescending(s => s.At).FirstOrDefaultAsync();
        return step is null ? null : new(step.Id, step.What, step.At + Undoing.OpenFor);
    }
}
