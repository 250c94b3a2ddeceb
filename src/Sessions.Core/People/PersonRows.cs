using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.People;

/// <summary>Finds or makes the one row of an address, inside a write.</summary>
internal static class PersonRows
{
    private static readonly Func<SessionsDb, string, Task<Person?>> OfAddress = Compiled.One((SessionsDb db, string address) => db.People.AsTracking().FirstOrDefault(p => p.Address == address));

    public static async Task<Person> ByAddress(SessionsDb db, EmailAddress address, string? name, Instant now)
    {
        var person = db.People.Local.FirstOrDefault(p => p.Address == address.Key)
            ?? await OfAddress(db, address.Key);
        if (person?.MergedIntoId is { } one) person = await db.People.FirstAsync(p => p.Id == one);
        if (person is null) return db.Add(new Person { Address = address.Key, Name = name, CreatedAt = now }).Entity;
        person.Name ??= name;
        return person;
    }
}
