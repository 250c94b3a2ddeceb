using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Gives free places to the first in the line.</summary>
internal static class PromotionWriter
{
    /// <summary>Call inside a write that holds the session's row, after a place came free or the capacity rose.</summary>
    public static async Task Fill(SessionsDb db, Session session, Instant now)
    {
        if (session.IsFull || session.Waiting == 0 || session.IsCancelled || session.When.End is not { } end || now >= end) return;
        var free = session.Capacity is { } places ? places - session.Confirmed : session.Waiting;
        var line = await db.Registrations.Include(r => r.Person)
            .Where(r => r.SessionId == session.Id && r.State == RegistrationState.Waitlisted)
            .OrderBy(r => r.Order).Take(free + 1).ToListAsync();
        // The database still has the one who is leaving in this very write; the tracked row knows better.
        foreach (var next in line.Where(r => r.State == RegistrationState.Waitlisted).Take(free))
        {
            next.Promote(session, now);
            next.Person!.CalendarVersion++;
            await RegistrationMailWriter.Owe(db, RegistrationMail.Promoted, next, next.Person, session, now);
        }
    }
}
