using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>
/// An address that never answered may be somebody else's: what the public forms cause reaches it at most three times a day
/// over the whole site. A fourth mail waits for its turn; the place it speaks of is kept meanwhile.
/// </summary>
internal static class UnprovenAddressQueries
{
    public const int MailsPerDay = 3;

    private static readonly Duration Day = Duration.FromHours(24);

    /// <returns>When the next mail may leave; null is at once.</returns>
    public static async Task<Instant?> NextMail(SessionsDb db, Person person, Instant now)
    {
        if (person.ProvenAt is not null || db.Entry(person).State == EntityState.Added) return null;
        var since = now - Day;
        var recent = await db.Outbox.Where(m => m.PersonId == person.Id && m.DueAt > since && m.State != OutboxState.Dropped && !RegistrationMail.Ahead.Contains(m.Kind))
            .OrderByDescending(m => m.DueAt).Select(m => m.DueAt).Take(MailsPerDay).ToListAsync();
        return recent.Count < MailsPerDay ? null : recent[^1] + Day;
    }
}
