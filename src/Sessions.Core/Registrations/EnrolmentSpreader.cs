using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>Places those who come to every session in a new one, in the order in which they joined the series.</summary>
internal sealed class EnrolmentSpreader : INoticeSpreader
{
    /// <summary>In one write: a sign-up that comes meanwhile waits for no more than that.</summary>
    private const int Chunk = 25;

    public string Kind => StandingWriter.NoticeKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == notice.SubjectId);
        var after = notice.Cursor is { } cursor ? await db.Standing.Where(s => s.Id == cursor).Select(s => s.Order).FirstAsync() : 0;
        var next = SignUpRule.Refuses(session, now) is not null ? [] : await db.Standing.Include(s => s.Person)
            .Where(s => s.SeriesId == session.SeriesId && s.Order > after && s.LeftAt == null).OrderBy(s => s.Order).Take(Chunk).ToListAsync();
        await Place(db, session, next, now);
        if (next.Count == Chunk)
        {
            notice.Cursor = next[^1].Id;
            return;
        }

        // What was kept for people who left, or speak here, goes to the line.
        session.LetGo();
        await PromotionWriter.Fill(db, session, now);
        notice.DoneAt = now;
    }

    private static async Task Place(SessionsDb db, Session session, List<StandingRegistration> people, Instant now)
    {
        var ids = people.ConvertAll(s => s.PersonId);
        // Also who gave this one up: a session that somebody skips stays skipped.
        var known = (await db.Registrations.Where(r => r.SessionId == session.Id && ids.Contains(r.PersonId)).Select(r => r.PersonId).ToListAsync()).ToHashSet();
        known.UnionWith(await db.Appearances.Where(a => a.SessionId == session.Id && ids.Contains(a.PersonId) && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted))
            .Select(a => a.PersonId).ToListAsync());
        // The save looks for changes: looking through all rows at each person would hold up whoever signs up meanwhile.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var standing in people.Where(s => !known.Contains(s.PersonId) && s.Person!.BlockedAt is null))
        {
            var registration = db.Add(new Registration { SessionId = session.Id, PersonId = standing.PersonId, CreatedAt = now, StandingId = standing.Id }).Entity;
            registration.EnterHeld(session, now);
            standing.Person!.CalendarVersion++;
            await StandingWriter.Invite(db, registration, standing.Person, session, now);
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
    }
}
