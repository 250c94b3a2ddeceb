using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>Puts people on the programme of a session, inside a write.</summary>
internal static class ProgrammeWriter
{
    public const string AskedKind = "speaker.asked";

    /// <summary>Finds or makes the person and their public page; asks them by mail when there is an address and the session is public and to come.</summary>
    public static async Task<Appearance> Add(SessionsDb db, Session session, LineSpeaker written, Instant now)
    {
        var speaker = written with { Name = TypedText.Line(written.Name) };
        var person = await Find(db, session.SeriesId, speaker, now);
        person.Slug ??= await FreeSlug(db, person.Name ?? "speaker");
        var known = db.Appearances.Local.FirstOrDefault(a => a.SessionId == session.Id && a.PersonId == person.Id)
            ?? await db.Appearances.FirstOrDefaultAsync(a => a.SessionId == session.Id && a.PersonId == person.Id);
        if (known is not null) return known;
        var position = Math.Max(
            db.Appearances.Local.Where(a => a.SessionId == session.Id).Select(a => a.Position + 1).DefaultIfEmpty(0).Max(),
            await db.Appearances.Where(a => a.SessionId == session.Id).MaxAsync(a => (int?)a.Position + 1) ?? 0);
        var appearance = new Appearance { SessionId = session.Id, PersonId = person.Id, Person = person, Position = position, CreatedAt = now };
        db.Add(appearance);
        await Ask(db, session, appearance, person, now);
        return appearance;
    }

    /// <summary>Asks everybody on the programme who has an address and was not asked yet.</summary>
    public static async Task AskAll(SessionsDb db, Session session, Instant now)
    {
        var waiting = await db.Appearances.Include(a => a.Person)
            .Where(a => a.SessionId == session.Id && a.State == AppearanceState.Named).OrderBy(a => a.Position).ToListAsync();
        foreach (var appearance in waiting) await Ask(db, session, appearance, appearance.Person!, now);
    }

    /// <summary>Asks once more, also somebody who declined; the old link keeps working.</summary>
    /// <returns>False when nobody is asked for this session.</returns>
    public static Task<bool> AskAgain(SessionsDb db, Session session, Appearance appearance, Instant now) =>
        Ask(db, session, appearance, appearance.Person!, now, again: true);

    private static async Task<bool> Ask(SessionsDb db, Session session, Appearance appearance, Person person, Instant now, bool again = false)
    {
        if (person.Address is null || session.PublishedAt is null || session.IsCancelled || session.When.End is not { } end || end <= now) return false;
        if (appearance.State != AppearanceState.Accepted) appearance.Ask(now);
        var time = again ? $":{now.ToUnixTimeMilliseconds()}" : "";
        await db.Owe(new($"appearance:{appearance.Id}:asked:{appearance.LinkGeneration}{time}", AskedKind, appearance.Id, person.Id, person.Address, end)
        {
            SeriesId = session.SeriesId,
            SessionId = session.Id,
            Topic = $"appearance:{appearance.Id}",
        }, now);
        return true;
    }

    /// <summary>By address; a name alone is the person of that name without an address who already spoke in this series.</summary>
    private static async Task<Person> Find(SessionsDb db, Guid seriesId, LineSpeaker speaker, Instant now)
    {
        if (EmailAddress.TryParse(speaker.Address, out var address, out _)) return await PersonRows.ByAddress(db, address, speaker.Name, now);
        var mine = db.Sessions.Where(s => s.SeriesId == seriesId).Select(s => s.Id);
        return db.People.Local.FirstOrDefault(p => p.Address == null && p.Name == speaker.Name)
            ?? await db.People.FirstOrDefaultAsync(p => p.Address == null && p.Name == speaker.Name
                && db.Appearances.Any(a => a.PersonId == p.Id && mine.Contains(a.SessionId)))
            ?? db.Add(new Person { Name = speaker.Name, CreatedAt = now }).Entity;
    }

    private static async Task<string> FreeSlug(SessionsDb db, string name)
    {
        var wanted = Slug.From(name) is { Length: > 0 } slug ? slug : "speaker";
        var taken = (await db.People.Where(p => p.Slug!.StartsWith(wanted)).Select(p => p.Slug!).ToListAsync()).ToHashSet();
        return Slug.Free(wanted, s => taken.Contains(s) || db.People.Local.Any(p => p.Slug == s));
    }
}
