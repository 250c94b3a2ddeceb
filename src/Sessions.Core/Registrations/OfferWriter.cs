using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Keeps a place for somebody of the line until they answer.</summary>
internal static class OfferWriter
{
    /// <summary>Notice: the time of an offer in this session is over.</summary>
    public const string NoticeKind = "offer.ends";

    /// <param name="registration">Waiting, with its person; inside a write that holds the session's row.</param>
    public static async Task Offer(SessionsDb db, Registration registration, Session session, Instant ends, Instant now, string? because = null)
    {
        var person = registration.Person!;
        registration.Offer(session, ends, now, because);
        person.CalendarVersion++;
        await RegistrationMailWriter.Owe(db, RegistrationMail.Offered, registration, person, session, now);
        if (OfferRule.RemindsAt(now, ends) is { } reminds)
            await db.Owe(new($"{RegistrationMail.Topic(registration.Id)}:{RegistrationMail.OfferEnds}:{registration.Revision}", RegistrationMail.OfferEnds, registration.Id, person.Id, person.Address!, ends)
            {
                SeriesId = session.SeriesId,
                SessionId = session.Id,
                DueAt = reminds,
            }, now);
        db.Add(new Notice { Kind = NoticeKind, SubjectId = session.Id, DueAt = ends, CreatedAt = now });
    }
}
