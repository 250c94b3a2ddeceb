using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>Leads through the hour. A part is named by its place: two hosts who press "next" at once begin the same one.</summary>
public sealed class RunSheetService
{
    private static readonly Duration Before = Duration.FromHours(1);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RunSheetService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <param name="position">From 0; parts before it that never began are left out.</param>
    public Task<RunRefusal?> Begin(Actor who, Guid sessionId, int position) => Change(who, sessionId, position, isBegin: true);

    /// <summary>Takes back that it began: the part before it is on again.</summary>
    public Task<RunRefusal?> Back(Actor who, Guid sessionId, int position) => Change(who, sessionId, position, isBegin: false);

    private Task<RunRefusal?> Change(Actor who, Guid sessionId, int position, bool isBegin) => _database.Write<RunRefusal?>(async db =>
    {
        var now = _time.Now();
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return RunRefusal.NotFound;
        if (!who.May(Act.EditSession, session.SeriesId)) return RunRefusal.NotAllowed;
        if (session.IsCancelled) return RunRefusal.Cancelled;
        if (session.When.Start is not { } start) return RunRefusal.NoExactTime;
        if (isBegin && now < start - Before) return RunRefusal.TooEarly;
        var items = await RunningOrderRows.Of(db, session.SeriesId, sessionId);
        if (items.Find(i => i.Position == position) is not { } item) return RunRefusal.NoSuchPart;
        if (items.Exists(i => i.Position > position && i.BeganAt is not null)) return RunRefusal.Passed;
        if (isBegin == (item.BeganAt is not null)) return null;
        item.BeganAt = isBegin ? now : null;
        db.Add(new AuditEntry
        {
            At = now,
            ActorId = who.PersonId,
            SeriesId = session.SeriesId,
            SessionId = sessionId,
            Text = isBegin ? $"Began part {position + 1} of the running order" : $"Took back the beginning of part {position + 1} of the running order",
        });
        return null;
    }, RowLocks.Session(sessionId));
}
