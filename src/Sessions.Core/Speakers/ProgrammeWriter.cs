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
    public const string ReleasedKind = "speaker.released";
    public const string MovedKind = "speaker.moved";

    /// <summary>Notice: somebody with a place in this session may have been asked to speak.</summary>
    public const string PlacesKind = "speakers.places";

    /// <summary>Finds or makes the person and their public page; asks them by mail when there is an address and the session is public, to come, and known to the day.</summary>
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

    /// <summary>They said no or were taken off: the entry has to leave their calendar.</summary>
    public static async Task Release(SessionsDb db, Session session, Appearance appearance, Instant now)
    {
        if (appearance is not { Person.Address: { } address, AskedAt: not null } || !session.When.IsDated || session.When.OverAt is not { } end || end <= now) return;
        var asked = await db.Outbox.Where(m => m.SubjectId == appearance.Id && m.Kind == AskedKind).ToListAsync();
        foreach (var unwritten in asked.Where(m => m is { State: OutboxState.Waiting, MessageId: null })) unwritten.Drop(null);
        if (asked.TrueForAll(m => m.MessageId is null)) return;
        await db.Owe(new($"{Topic(appearance)}:released:{now.ToUnixTimeMilliseconds()}", ReleasedKind, session.Id, appearance.PersonId, address, end)
        {
            SeriesId = session.SeriesId,
            SessionId = session.Id,
            Topic = Topic(appearance),
        }, now);
    }

    private static async Task<bool> Ask(SessionsDb db, Session session, Appearance appearance, Person person, Instant now, bool again = false)
    {
        if (person.Address is null || session.PublishedAt is null || session.IsCancelled || !session.When.IsDated || session.When.OverAt is not { } end || end <= now) return false;
        if (appearance.State != AppearanceState.Accepted) appearance.Ask(now);
        var time = again ? $":{now.ToUnixTimeMilliseconds()}" : "";
        await db.Owe(new($"{Topic(appearance)}:asked:{appearance.LinkGeneration}{time}", AskedKind, appearance.Id, person.Id, person.Address, end)
        {
            SeriesId = session.SeriesId,
            SessionId = session.Id,
            Topic = Topic(appearance),
        }, now);
        await LookAtPlaces(db, session, now);
        return true;
    }

    /// <summary>Who speaks needs no place of their own; those who have one are found by a higher room.</summary>
    public static async Task LookAtPlaces(SessionsDb db, Session session, Instant now)
    {
        var isNew = db.Entry(session).State == EntityState.Added;
        if (isNew || db.Notices.Local.Any(n => n.Kind == PlacesKind && n.SubjectId == session.Id && n.DoneAt == null)) return;
        if (await db.Notices.AnyAsync(n => n.Kind == PlacesKind && n.SubjectId == session.Id && n.DoneAt == null)) return;
        db.Add(new Notice { Kind = PlacesKind, SubjectId = session.Id, DueAt = now, CreatedAt = now });
    }

    private static string Topic(Appearance appearance) => $"appearance:{appearance.Id}";

    /// <summary>By address; a name alone is the person of that name without an address who already spoke in this series. Who asked to be forgotten has no page, and is nobody's namesake.</summary>
    private static async Task<Person> Find(SessionsDb db, Guid seriesId, LineSpeaker speaker, Instant now)
    {
        if (EmailAddress.TryParse(speaker.Address, out var address, out _)) return await PersonRows.ByAddress(db, address, speaker.Name, now);
        var mine = db.Sessions.Where(s => s.SeriesId == seriesId).Select(s => s.Id);
        return db.People.Local.FirstOrDefault(p => p.Address == null && p.Name == speaker.Name)
            ?? await db.People.FirstOrDefaultAsync(p => p.Address == null && p.Slug != null && p.Name == speaker.Name
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
