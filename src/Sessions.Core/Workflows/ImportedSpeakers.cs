using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>
/// The people of an import, found with one question for all rows: by address, or, with a name alone, the person of that name without an address who already
/// spoke in this series. They stand on the programme; nobody is asked.
/// </summary>
internal sealed class ImportedSpeakers
{
    private readonly SessionsDb _db;
    private readonly Instant _now;
    private readonly Dictionary<string, Person> _byAddress, _byName;
    private readonly HashSet<string> _slugs;

    private ImportedSpeakers(SessionsDb db, Instant now, List<Person> byAddress, List<Person> byName, List<string> slugs)
    {
        (_db, _now, _slugs) = (db, now, [.. slugs]);
        _byAddress = byAddress.ToDictionary(p => p.Address!);
        _byName = byName.GroupBy(p => p.Name!).ToDictionary(g => g.Key, g => g.First());
    }

    public static async Task<ImportedSpeakers> Read(SessionsDb db, Guid seriesId, IReadOnlyList<SessionRecord> records, Instant now)
    {
        var all = records.SelectMany(r => r.Speakers).ToList();
        if (all.Count == 0) return new(db, now, [], [], []);
        var addresses = all.Select(s => Key(s.Address)).OfType<string>().Distinct().ToList();
        var names = all.Where(s => s.Address is null).Select(s => s.Name!).Distinct().ToList();
        var mine = db.Sessions.Where(s => s.SeriesId == seriesId).Select(s => s.Id);
        return new(db, now,
            await db.People.Where(p => addresses.Contains(p.Address!)).ToListAsync(),
            await db.People.Where(p => p.Address == null && names.Contains(p.Name!) && db.Appearances.Any(a => a.PersonId == p.Id && mine.Contains(a.SessionId))).OrderBy(p => p.Id).ToListAsync(),
            await db.People.Where(p => p.Slug != null).Select(p => p.Slug!).ToListAsync());
    }

    public void Add(Session session, IReadOnlyList<LineSpeaker> speakers)
    {
        var there = new HashSet<Guid>();
        foreach (var person in speakers.Select(Find))
        {
            if (!there.Add(person.Id)) continue;
            if (person.Slug is null) _slugs.Add(person.Slug = Slug.Free(Slug.From(person.Name ?? "") is { Length: > 0 } slug ? slug : "speaker", _slugs.Contains));
            _db.Add(new Appearance { SessionId = session.Id, PersonId = person.Id, Person = person, Position = there.Count - 1, CreatedAt = _now });
        }
    }

    private Person Find(LineSpeaker speaker)
    {
        var address = Key(speaker.Address);
        var known = address is null ? _byName.GetValueOrDefault(speaker.Name!) : _byAddress.GetValueOrDefault(address);
        if (known is null)
        {
            known = _db.Add(new Person { Address = address, Name = speaker.Name, CreatedAt = _now }).Entity;
            if (address is null) _byName.Add(speaker.Name!, known);
            else _byAddress.Add(address, known);
        }
        known.Name ??= speaker.Name;
        return known;
    }

    private static string? Key(string? address) => EmailAddress.TryParse(address, out var parsed, out _) ? parsed.Key : null;
}
