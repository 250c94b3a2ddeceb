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

    /// <summary>The same for many at once, each as often as they are asked for.</summary>
    public static async Task<IReadOnlyList<Person>> ByAddresses(SessionsDb db, IReadOnlyList<(EmailAddress Address, string? Name)> sought, Instant now)
    {
        if (sought is [var one]) return [await ByAddress(db, one.Address, one.Name, now)];
        var keys = sought.Select(s => s.Address.Key).Distinct().ToList();
        // One parameter: a text of SQL for each number of addresses would be made, and kept, for each.
        var known = await db.People.AsTracking().Where(p => EF.Parameter(keys).Contains(p.Address!)).ToDictionaryAsync(p => p.Address!);
        var people = new List<Person>(sought.Count);
        foreach (var (address, name) in sought)
        {
            if (!known.TryGetValue(address.Key, out var person)) known.Add(address.Key, person = db.Add(new Person { Address = address.Key, Name = name, CreatedAt = now }).Entity);
            if (person.MergedIntoId is { } other) person = await db.People.FirstAsync(p => p.Id == other);
            person.Name ??= name;
            people.Add(person);
        }
        return people;
    }
}
