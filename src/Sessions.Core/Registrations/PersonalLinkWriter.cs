using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Owes the mail with somebody's personal links, not more often than <see cref="RegistrationMail.RepeatAfter"/>.</summary>
internal static class PersonalLinkWriter
{
    private static readonly Duration Life = Duration.FromDays(2);

    public static async Task Owe(SessionsDb db, Person person, Instant now)
    {
        var (topic, since) = ($"my:{person.Id}", now - RegistrationMail.RepeatAfter);
        if (await db.Outbox.AnyAsync(m => m.Topic == topic && m.CreatedAt > since)) return;
        await db.Owe(new($"{topic}:{now.ToUnixTimeSeconds()}", RegistrationMail.FreshLink, person.Id, person.Id, person.Address!, now + Life)
        {
            Topic = topic,
            DueAt = await UnprovenAddressQueries.NextMail(db, person, now),
        }, now);
    }
}
