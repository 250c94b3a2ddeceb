using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Invitations;

/// <summary>What a recurring entry stands on: its occurrences, the places behind them, and the mails that bring them.</summary>
internal static class RecurringRows
{
    /// <summary>So many changes of one entry are one message; of fewer each is its own, unless nothing else is left of it.</summary>
    private const int Several = 3;

    /// <summary>Marks the mail that brings under a new entry what a message took out of an old one.</summary>
    private const string Following = "recurring";

    /// <summary>All occurrences, in their order.</summary>
    public static Task<List<CalendarEntry>> Slots(SessionsDb db, RecurringEntry recurring) => db.CalendarEntries.AsTracking().Where(e => e.RecurringId == recurring.Id).OrderBy(e => e.Occurrence).ToListAsync();

    /// <summary>The first of a person's entries of a series that still has something to come.</summary>
    public static async Task<RecurringEntry?> Ahead(SessionsDb db, Person person, Series series, Instant now)
    {
        // Also what this very write took out already: the database does not know of it yet.
        var held = await db.RecurringEntries.Where(r => r.PersonId == person.Id && r.SeriesId == series.Id && r.State == SlotState.Held
            && db.CalendarEntries.Any(e => e.RecurringId == r.Id && e.Told!.State == SlotState.Held && e.Told.End > now)).OrderBy(r => r.Id).ToListAsync();
        return held.Find(r => r.State == SlotState.Held);
    }

    public static Task<Dictionary<Guid, Session>> Sessions(SessionsDb db, List<Guid> ids) => db.Sessions.Include(s => s.Series).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id);

    /// <summary>By session.</summary>
    /// <param name="evenLost">Also places that are given up, and those of cancelled sessions.</param>
    public static Task<Dictionary<Guid, Registration>> Places(SessionsDb db, Person person, List<Guid> sessions, bool evenLost = false) => db.Registrations.Include(r => r.Session)
        .Where(r => r.PersonId == person.Id && sessions.Contains(r.SessionId) && (evenLost || (r.State == RegistrationState.Confirmed && r.Session!.CancelledAt == null))).ToDictionaryAsync(r => r.SessionId);

    /// <summary>The sessions that go together with this one in a calendar that has none of them yet, and the person's places in all that are free for it.</summary>
    /// <param name="replacesSingles">Also those that stand in the calendar by themselves.</param>
    public static async Task<FoundRun?> Run(SessionsDb db, Person person, Session first, Instant now, bool replacesSingles)
    {
        var standing = await db.Registrations.Where(r => r.SessionId == first.Id && r.PersonId == person.Id && r.State == RegistrationState.Confirmed).Select(r => r.StandingId).FirstOrDefaultAsync();
        if (standing is null) return null;
        var places = await db.Registrations.Include(r => r.Session!.Series)
            .Where(r => r.StandingId == standing && r.PersonId == person.Id && r.State == RegistrationState.Confirmed && r.Session!.CancelledAt == null && r.Session.PublishedAt != null && r.Session.When.Start > now).ToListAsync();
        var sessions = places.ConvertAll(p => p.SessionId);
        var has = await db.CalendarEntries
            .Where(e => e.PersonId == person.Id && sessions.Contains(e.SessionId) && (e.Told!.State == SlotState.Held || e.Told.State == SlotState.Declined) && (!replacesSingles || e.RecurringId != null))
            .Select(e => e.SessionId).ToListAsync();
        var free = places.Where(p => !has.Contains(p.SessionId)).ToDictionary(p => p.SessionId);
        return free.TryGetValue(first.Id, out var place) && RecurringRun.From(place.Session!.Series!, place.Session, [.. free.Values.Select(p => p.Session!)]) is { } run ? new(run, free) : null;
    }

    /// <summary>What of the entry has to change by now, and how it is to stand then; null where each is told by itself.</summary>
    public static async Task<Dictionary<CalendarEntry, SlotState>?> Changes(SessionsDb db, Person person, List<CalendarEntry> slots, Instant now)
    {
        var ahead = slots.FindAll(s => s.Told is { State: SlotState.Held } told && told.End > now);
        var ids = ahead.ConvertAll(s => s.SessionId);
        var sessions = await Sessions(db, ids);
        var coming = (await Places(db, person, ids)).Keys.ToHashSet();
        coming.UnionWith(await SpeakerRows.Among(db, ids, person.Id));
        // Within the host's time to think again nothing is told.
        var untold = await db.Notices.Where(n => n.Kind == SessionChangeWriter.NoticeKind && ids.Contains(n.SubjectId) && n.DoneAt == null && n.DueAt > now).Select(n => n.SubjectId).ToListAsync();
        var changes = ahead.Where(s => !untold.Contains(s.SessionId)).Select(s => (Slot: s, State: Wanted(sessions[s.SessionId], coming)))
            .Where(c => c.State != SlotState.Held || (c.Slot.Told!.Start, c.Slot.Told.End) != (sessions[c.Slot.SessionId].When.Start, sessions[c.Slot.SessionId].When.End))
            .ToDictionary(c => c.Slot, c => c.State);
        if (changes.Count < 2) return null;
        var from = changes.Keys.Min(s => s.Occurrence);
        return changes.Count >= Several || ahead.TrueForAll(s => s.Occurrence < from || changes.ContainsKey(s)) ? changes : null;
    }

    private static SlotState Wanted(Session session, HashSet<Guid> coming) =>
        session.IsCancelled ? SlotState.Cancelled : coming.Contains(session.Id) && session.When.Start is not null ? SlotState.Held : SlotState.Left;

    /// <summary>Owes the mails that bring these places under other entries: the first at once, with all that goes together, and what does not then as usual.</summary>
    /// <param name="once">Tells one following from the next.</param>
    public static async Task OweFollowing(SessionsDb db, Person person, IEnumerable<Registration> places, string once, Instant now)
    {
        foreach (var (at, place) in places.OrderBy(p => p.Session!.When.Start).Index())
        {
            // New for sure, for the number rose; and it must not drop the very mail that is being written, which may be of the same topic.
            await db.Owe(new($"{Following}:{once}:{place.Id}", RegistrationMail.Invited, place.Id, person.Id, person.Address!, place.Session!.When.End!.Value)
            {
                SeriesId = place.Session.SeriesId,
                SessionId = place.SessionId,
                Topic = RegistrationMail.Topic(place.Id),
                IsFirst = true,
                DueAt = at == 0 ? StandingWriter.BeforeThose(now) : StandingWriter.InvitedAt(place.Session.When, now),
            }, now);
        }
    }

    /// <summary>This is such a mail: what it brings stood in the calendar at another hour, or under another entry.</summary>
    public static bool IsFollowing(OutboxMessage row) => row.Key.StartsWith(Following + ":", StringComparison.Ordinal);

    /// <summary>Such a mail waits for this place.</summary>
    public static Task<bool> IsFollowed(SessionsDb db, Registration place) => db.Outbox.AnyAsync(m =>
        m.PersonId == place.PersonId && m.SubjectId == place.Id && m.Kind == RegistrationMail.Invited && m.State == OutboxState.Waiting && m.MessageId == null && m.Key.StartsWith(Following + ":"));

    /// <summary>Their calendar knows that it does not take place.</summary>
    public static Task<bool> WasCancelled(SessionsDb db, Guid personId, Guid sessionId) =>
        db.CalendarEntries.AnyAsync(e => e.PersonId == personId && e.SessionId == sessionId && e.Told!.State == SlotState.Cancelled);

    /// <summary>Drops the mails that were to bring entries which the calendar has now.</summary>
    public static async Task DropInvitations(SessionsDb db, List<Guid> places)
    {
        foreach (var unwritten in await db.Outbox.Where(m => m.Kind == RegistrationMail.Invited && m.State == OutboxState.Waiting && m.MessageId == null && places.Contains(m.SubjectId)).ToListAsync()) unwritten.Drop(null);
    }
}

/// <param name="Places">By session; more than the run has.</param>
internal sealed record FoundRun(RecurringRun Run, Dictionary<Guid, Registration> Places);
