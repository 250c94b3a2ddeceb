using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Workflows;

/// <summary>The places of two people who are one: where both had one, the better stays and the other passes on.</summary>
internal static class MergedPlaces
{
    public static async Task<(int Places, int Mails)> Of(SessionsDb db, Person kept, Person other, Instant now)
    {
        var theirs = await db.Registrations.Include(r => r.Session!.Series).Where(r => r.PersonId == other.Id).ToListAsync();
        var sessions = theirs.ConvertAll(r => r.SessionId);
        var own = await db.Registrations.Include(r => r.Session).Where(r => r.PersonId == kept.Id && sessions.Contains(r.SessionId)).ToDictionaryAsync(r => r.SessionId);
        var (places, mails) = (0, 0);
        foreach (var place in theirs)
        {
            var isAhead = place.Session!.When.Start > now && !place.Session.IsCancelled;
            var wasActive = place.IsActive;
            if (own.GetValueOrDefault(place.SessionId) is { } mine)
            {
                var (stays, goes) = Rank(place) < Rank(mine) ? (place, mine) : (mine, place);
                await Join(db, stays, goes, other, now);
                if (stays == mine)
                {
                    if (wasActive && isAhead) mails += await TellOther(db, place.Session, other, now);
                    continue;
                }
            }

            place.PersonId = kept.Id;
            places++;
            if (!wasActive || !isAhead) continue;
            mails += await TellOther(db, place.Session, other, now);
            var kind = place.State switch { RegistrationState.Confirmed => RegistrationMail.Confirmed, RegistrationState.Offered => RegistrationMail.Offered, _ => RegistrationMail.Waitlisted };
            foreach (var unsent in await db.Outbox.Where(m => m.PersonId == other.Id && m.SubjectId == place.Id && m.State == OutboxState.Waiting).ToListAsync()) unsent.Drop(null);
            if (await RegistrationMailWriter.Owe(db, kind, place, kept, place.Session, now, again: $":merged:{kept.Id}")) mails++;
        }

        return (places, mails);
    }

    /// <summary>Every session of a series, and following it: whichever was there first.</summary>
    public static async Task Series(SessionsDb db, Person kept, Person other, Instant now)
    {
        foreach (var standing in await db.Standing.Where(s => s.PersonId == other.Id).ToListAsync())
        {
            if (standing.LeftAt is null && await db.Standing.FirstOrDefaultAsync(s => s.PersonId == kept.Id && s.SeriesId == standing.SeriesId && s.LeftAt == null) is { } mine)
            {
                standing.Leave(now);
                foreach (var place in await db.Registrations.Where(r => r.StandingId == standing.Id).ToListAsync()) place.StandingId = mine.Id;
            }

            standing.PersonId = kept.Id;
        }

        foreach (var follower in await db.Followers.Where(f => f.PersonId == other.Id).ToListAsync())
        {
            if (follower.StoppedAt is null && await db.Followers.AnyAsync(f => f.PersonId == kept.Id && f.SeriesId == follower.SeriesId && f.StoppedAt == null)) follower.Stop(now);
            follower.PersonId = kept.Id;
        }
    }

    private static int Rank(Registration place) => place.State switch { RegistrationState.Confirmed => 0, RegistrationState.Offered => 1, RegistrationState.Waitlisted => 2, _ => 3 };

    /// <summary>One row of two: what was noted of either stays.</summary>
    private static async Task Join(SessionsDb db, Registration stays, Registration goes, Person other, Instant now)
    {
        stays.JoinedAt ??= goes.JoinedAt;
        stays.TickedAt ??= goes.TickedAt;
        stays.StandingId ??= goes.StandingId;
        if (goes.IsActive)
        {
            if (goes.Session!.When.End > now) await WithdrawalWriter.Of(db, goes, other, now);
            else goes.Withdraw(goes.Session, now);
        }

        var said = await db.Feedback.Where(f => f.RegistrationId == stays.Id || f.RegistrationId == goes.Id).ToListAsync();
        if (said is [{ } only] && only.RegistrationId == goes.Id) db.Add(new Feedback { RegistrationId = stays.Id, SessionId = only.SessionId, Score = only.Score, Comment = only.Comment, At = only.At });
        db.RemoveRange(said.Where(f => f.RegistrationId == goes.Id));
        db.Remove(goes);
    }

    /// <summary>Only what stands in a calendar has to be taken out of it.</summary>
    private static async Task<int> TellOther(SessionsDb db, Scheduling.Session session, Person other, Instant now)
    {
        if (other.Address is null || !await db.CalendarEntries.AnyAsync(e => e.PersonId == other.Id && e.SessionId == session.Id)) return 0;
        return await db.Owe(new($"merged:{other.Id}:{session.Id}", RegistrationMail.MovedOver, session.Id, other.Id, other.Address, session.When.End!.Value)
        {
            SeriesId = session.SeriesId,
            SessionId = session.Id,
        }, now) ? 1 : 0;
    }
}
