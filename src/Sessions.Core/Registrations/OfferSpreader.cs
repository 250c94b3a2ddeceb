using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.Registrations;

/// <summary>Takes back offers that nobody answered, and passes the places on.</summary>
internal sealed class OfferSpreader : INoticeSpreader
{
    private const int Chunk = 100;

    public string Kind => OfferWriter.NoticeKind;

    public async Task Spread(SessionsDb db, Notice notice, Instant now)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == notice.SubjectId);
        var over = await db.Registrations.Include(r => r.Person).Include(r => r.Session)
            .Where(r => r.SessionId == session.Id && r.State == RegistrationState.Offered && r.OfferEndsAt <= now).OrderBy(r => r.Order).Take(Chunk).ToListAsync();
        foreach (var registration in over)
        {
            registration.Withdraw(session, now);
            registration.Person!.CalendarVersion++;
            if (registration.Person is { BlockedAt: null, Address: not null } && !session.IsCancelled)
                await RegistrationMailWriter.Owe(db, RegistrationMail.OfferLapsed, registration, registration.Person, session, now);
            notice.Cursor = registration.Id;
        }

        await PromotionWriter.Fill(db, session, now);
        if (over.Count < Chunk) notice.DoneAt = now;
    }
}
