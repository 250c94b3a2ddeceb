using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Registrations;

/// <summary>What joining and leaving a series reach.</summary>
internal static class StandingRows
{
    /// <summary>The sessions to come that take sign-ups, and those that this person has a place in: what a write has to hold.</summary>
    public static Task<List<Guid>> Reached(SessionsDb db, Guid seriesId, Guid personId, Instant now) => StandingJoinWriter.Open(db, seriesId, now).Select(s => s.Id)
        .Union(db.Registrations.Where(r => r.PersonId == personId && r.State != RegistrationState.Withdrawn && r.Session!.SeriesId == seriesId && r.Session.When.Start > now).Select(r => r.SessionId)).ToListAsync();
}
