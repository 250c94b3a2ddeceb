using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Speakers;

namespace Sessions.Registrations;

/// <summary>Gives the places of those who speak to the next in the line: they stand in the session already.</summary>
internal sealed class SpeakerPlacesSpreader : INoticeSpreader
{
    public string Kind => ProgrammeWriter.PlacesKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var speaking = await db.Registrations.Include(r => r.Person).Include(r => r.Session)
            .Where(r => r.SessionId == notice.SubjectId && r.State != RegistrationState.Withdrawn && db.Appearances.Any(a =>
                a.SessionId == r.SessionId && a.PersonId == r.PersonId && (a.State == AppearanceState.Asked || a.State == AppearanceState.Accepted)))
            .ToListAsync();
        foreach (var registration in speaking) await WithdrawalWriter.Of(db, registration, registration.Person!, now);
        notice.DoneAt = now;
    }
}
