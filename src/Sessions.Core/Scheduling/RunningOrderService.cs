using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>The template of a series, and its way into a session.</summary>
public sealed class RunningOrderService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RunningOrderService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What sessions planned from now on begin with; those that are planned keep what they have.</summary>
    public async Task<RunningOrderRefusal?> SaveTemplate(Actor who, Guid seriesId, IReadOnlyList<RunningOrderLine> lines)
    {
        if (!who.May(Act.EditSeries, seriesId)) return RunningOrderRefusal.NotAllowed;
        if (RunningOrderRules.Check(lines) is { } no) return no;
        if (lines.Any(line => line.AppearanceId is not null)) return RunningOrderRefusal.SpeakerUnknown;
        return await _database.Write<RunningOrderRefusal?>(async db =>
        {
            if (!await db.Series.AnyAsync(s => s.Id == seriesId)) return RunningOrderRefusal.NotFound;
            await RunningOrderRows.Replace(db, seriesId, null, lines);
            db.Add(new AuditEntry { At = _time.Now(), ActorId = who.PersonId, SeriesId = seriesId, Text = "Changed the running order template" });
            return null;
        }, RowLocks.Series(seriesId));
    }

    /// <summary>Replaces the session's running order by the template.</summary>
    public Task<RunningOrderRefusal?> CopyTemplate(Actor who, Guid sessionId) => _database.Write<RunningOrderRefusal?>(async db =>
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return RunningOrderRefusal.NotFound;
        if (!who.May(Act.EditSession, session.SeriesId)) return RunningOrderRefusal.NotAllowed;
        var template = await RunningOrderRows.Template(db, session.SeriesId);
        if (template.Count == 0) return RunningOrderRefusal.NoTemplate;
        await RunningOrderRows.Replace(db, session.SeriesId, sessionId, template);
        db.Add(new AuditEntry
        {
            At = _time.Now(),
            ActorId = who.PersonId,
            SeriesId = session.SeriesId,
            SessionId = sessionId,
            Text = "Took the running order from the series' template",
        });
        return null;
    }, RowLocks.Session(sessionId));
}
