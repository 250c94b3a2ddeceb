using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>A draft becomes public, and its speakers with an address are asked.</summary>
public sealed class PublishSession
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PublishSession(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public Task<Answer<PublishResult, ChangeRefusal>> Preview(Actor who, Guid sessionId) => _database.Rehearse(db => Act(db, who, sessionId));

    public async Task<Answer<PublishResult, ChangeRefusal>> Save(Actor who, Guid sessionId)
    {
        await using var read = _database.Read();
        var seriesId = await read.Sessions.Where(s => s.Id == sessionId).Select(s => s.SeriesId).FirstOrDefaultAsync();
        // With the series: nobody joins it between the count of its people and the publishing.
        return await _database.Write(db => Act(db, who, sessionId), RowLocks.Session(sessionId).And(RowLocks.Series(seriesId)));
    }

    private async Task<Answer<PublishResult, ChangeRefusal>> Act(SessionsDb db, Actor who, Guid sessionId)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == sessionId);
        if (session is null) return ChangeRefusal.NotFound;
        if (!who.May(People.Act.PlanSessions, session.SeriesId)) return ChangeRefusal.NotAllowed;
        if (session.IsCancelled) return ChangeRefusal.AlreadyCancelled;
        var now = _time.Now();
        if (session.PublishedAt is null)
        {
            session.PublishedAt = now;
            await ProgrammeWriter.AskAll(db, session, now);
            await StandingWriter.Open(db, session, now);
            await AnnouncementWriter.Note(db, session, now);
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = "Published the session" });
        }
        return new PublishResult(OwedHere.In(db)) { Later = await HeardLaterRows.Of(db, [session]) };
    }
}

/// <param name="Mails">To speakers, who are asked now.</param>
public sealed record PublishResult(IReadOnlyList<OwedHere> Mails)
{
    public HeardLater Later { get; init; } = HeardLater.Nobody;
}
