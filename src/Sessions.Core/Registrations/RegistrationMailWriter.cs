using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Owes a mail about one registration, inside the write that changes it.</summary>
internal static class RegistrationMailWriter
{
    /// <param name="again">Tells a repeat from the mail that the change itself owed.</param>
    public static Task<bool> Owe(SessionsDb db, string kind, Registration registration, Person person, Session session, Instant now,
        Instant? due = null, string? again = null) =>
        db.Owe(new($"{RegistrationMail.Topic(registration.Id)}:{kind}:{registration.Revision}{again}", kind, registration.Id, person.Id, person.Address!, session.When.End!.Value)
        {
            SeriesId = session.SeriesId,
            SessionId = session.Id,
            Topic = RegistrationMail.Topic(registration.Id),
            DueAt = due,
            IsFirst = db.Entry(registration).State == EntityState.Added,
        }, now);
}
