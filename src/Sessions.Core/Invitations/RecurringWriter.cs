using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>
/// The recurring entries of those who come to every session: begun with all dates that go together, brought back after a no, cut short
/// or taken out as a whole. Single occurrences are told by <see cref="InvitationWriter"/>.
/// </summary>
internal sealed class RecurringWriter(OutboxOptions mail, RsvpAddress rsvp, InvitationEvent events, SessionMail links)
{
    /// <summary>Begins an entry with this session, and all later ones that go with it and that the calendar has not.</summary>
    /// <returns>Null where they do not make one.</returns>
    public async Task<CarriedInvitation?> Begin(SessionsDb db, Invited invited, Instant now)
    {
        var (person, session) = (invited.Person, invited.Session);
        if (await RecurringRows.Run(db, person, session, now, replacesSingles: false) is not { Run: var run, Places: var places }) return null;
        var id = Guid.CreateVersion7();
        var recurring = db.Add(new RecurringEntry
        {
            Id = id,
            PersonId = person.Id,
            SeriesId = session.SeriesId,
            Uid = Guid.NewGuid().ToString(),
            Organizer = rsvp.Of(id, mail.From),
            Rule = (run.Rule with { Until = null }).ToString(),
            Zone = run.Zone,
            Start = run.Start,
            Minutes = run.Minutes,
            Last = run.Rule.Until!.Value,
            Dtstamp = Whole(now),
            Answer = rsvp.Known(invited.Answer),
        }).Entity;
        foreach (var one in run.Sessions)
        {
            var place = places[one.Id];
            db.Add(new CalendarEntry
            {
                PersonId = person.Id,
                SessionId = one.Id,
                Uid = recurring.Uid,
                Organizer = recurring.Organizer,
                RecurringId = id,
                Recurring = recurring,
                Occurrence = one.When.Start,
                SaysSeries = true,
                Answer = recurring.Answer,
                Told = new(SlotState.Held, one.When.Start!.Value, one.When.End!.Value, 0, recurring.Dtstamp, Hash(person, one, place, recurring)),
            });
        }

        await RecurringRows.DropInvitations(db, [.. run.Sessions.Where(s => s != session).Select(s => places[s.Id].Id)]);
        return Carried(Method.Request, [events.Of(person, session.Series!, recurring, run.Except())], recurring, null) with { Dates = run.Sessions };
    }

    /// <summary>All of an entry that the calendar should have already, for somebody who asks again.</summary>
    /// <returns>Null where this session stands in none.</returns>
    public async Task<CarriedInvitation?> Repeat(SessionsDb db, Person person, Session session, Instant now)
    {
        var recurring = await db.CalendarEntries.Where(e => e.PersonId == person.Id && e.SessionId == session.Id && e.Told!.State == SlotState.Held && e.Recurring!.State == SlotState.Held).Select(e => e.Recurring).FirstOrDefaultAsync();
        if (recurring is null) return null;
        var slots = await RecurringRows.Slots(db, recurring);
        if (await RecurringRows.Changes(db, person, slots, now) is not null) return null;
        recurring.Dtstamp = Later(slots.Max(s => s.Told!.Dtstamp), now);
        var sessions = await RecurringRows.Sessions(db, [.. slots.Select(s => s.SessionId)]);
        return Carried(Method.Request, await Whole(db, person, session.Series!, recurring, slots, sessions), recurring, recurring.FirstMessageId) with { Dates = Dates(slots, sessions, now) };
    }

    /// <summary>Who joins the series has single entries of some of its sessions: they make room for the series' entry, one message each.</summary>
    /// <returns>The session whose single entry has to go first; null where none has.</returns>
    public async Task<Session?> InTheWay(SessionsDb db, Person person, Session first, Instant now)
    {
        if (await RecurringRows.Run(db, person, first, now, replacesSingles: true) is not { Run: var run }) return null;
        var sessions = run.Sessions.Select(s => s.Id).ToList();
        var single = await db.CalendarEntries.Where(e => e.PersonId == person.Id && sessions.Contains(e.SessionId) && e.RecurringId == null && (e.Told!.State == SlotState.Held || e.Told.State == SlotState.Declined))
            .Select(e => e.SessionId).ToListAsync();
        return run.Sessions.FirstOrDefault(s => single.Contains(s.Id));
    }

    /// <summary>
    /// Where more than this one occurrence changed, one message says so for all: the entry ends before the first of them, and those that
    /// go on come under a new one. Or it comes back as a whole, after a no to the whole.
    /// </summary>
    /// <param name="entry">An occurrence, with its recurring entry.</param>
    /// <returns>Null where the occurrence is told by itself.</returns>
    public async Task<CarriedInvitation?> Together(SessionsDb db, Invited invited, CalendarEntry entry, Instant now)
    {
        var (person, recurring) = (invited.Person, entry.Recurring!);
        var slots = await RecurringRows.Slots(db, recurring);
        if (recurring.State == SlotState.Declined && invited.State == SlotState.Held) return await Revive(db, person, recurring, slots, now);
        if (entry.Told is not { State: SlotState.Held } || recurring.State != SlotState.Held) return null;
        if (await RecurringRows.Changes(db, person, slots, now) is { } changes && changes.ContainsKey(entry)) return await Cut(db, person, recurring, slots, changes, now);
        // Outlook refuses an occurrence on the day of its neighbour, or past it.
        if (invited is not { State: SlotState.Held, Role: ICalendar.Role.RequiredParticipant } || entry.Told.Start == invited.Session.When.Start || !Crosses(entry, invited.Session, slots)) return null;
        return await ByItself(db, invited, entry, now);
    }

    /// <summary>Takes the next of a person's recurring entries of a series out of the calendar, all of it; null where there is none.</summary>
    public async Task<CarriedInvitation?> TakeOut(SessionsDb db, Person person, Series series, Instant now)
    {
        if (await RecurringRows.Ahead(db, person, series, now) is not { } recurring) return null;
        var slots = await RecurringRows.Slots(db, recurring);
        Raise(recurring, slots, now);
        recurring.State = SlotState.Left;
        foreach (var slot in slots) slot.Told = slot.Told! with { State = SlotState.Left, Sequence = recurring.Sequence, Dtstamp = recurring.Dtstamp };
        return Carried(Method.Cancel, [events.Gone(person, series, recurring)], recurring, recurring.FirstMessageId);
    }

    private async Task<CarriedInvitation?> Cut(SessionsDb db, Person person, RecurringEntry recurring, List<CalendarEntry> slots, Dictionary<CalendarEntry, SlotState> changes, Instant now)
    {
        var from = changes.Keys.Min(s => s.Occurrence!.Value);
        var gone = slots.FindAll(s => s.Occurrence >= from && s.Told!.State == SlotState.Held);
        var places = await RecurringRows.Places(db, person, [.. gone.Select(s => s.SessionId)]);
        var goesOn = gone.Where(s => changes.GetValueOrDefault(s, SlotState.Held) == SlotState.Held).ToList();
        // Who speaks in one of them has no place that a mail could bring it back for.
        if (goesOn.Exists(s => !places.ContainsKey(s.SessionId))) return null;
        var sessions = await RecurringRows.Sessions(db, [.. slots.Select(s => s.SessionId)]);
        var series = sessions[gone[0].SessionId].Series!;
        var together = gone.Where(changes.ContainsKey).Select(s => new TogetherChange(sessions[s.SessionId], changes[s], s.Told!)).ToList();
        var stays = slots.FindAll(s => s.Occurrence < from && s.Told!.State == SlotState.Held);
        Raise(recurring, slots, now);
        foreach (var slot in gone)
            slot.Told = slot.Told! with { State = changes.GetValueOrDefault(slot) == SlotState.Cancelled ? SlotState.Cancelled : SlotState.Left, Sequence = recurring.Sequence, Dtstamp = recurring.Dtstamp };
        // The end of the rule takes them along.
        foreach (var slot in slots.Where(s => s.Occurrence >= from && s.Told!.State == SlotState.Declined)) slot.Told = slot.Told! with { State = SlotState.Left };
        CarriedInvitation carried;
        if (stays.Count == 0)
        {
            recurring.State = goesOn.Count == 0 && changes.Values.All(state => state == SlotState.Cancelled) ? SlotState.Cancelled : SlotState.Left;
            carried = Carried(Method.Cancel, [events.Gone(person, series, recurring)], recurring, recurring.FirstMessageId);
        }
        else
        {
            recurring.Last = stays.Max(s => s.Occurrence!.Value).InZone(SessionClock.Zone(recurring.Zone)).LocalDateTime;
            carried = Carried(Method.Request, await Whole(db, person, series, recurring, slots, sessions), recurring, recurring.FirstMessageId);
        }

        await RecurringRows.OweFollowing(db, person, goesOn.Select(s => places[s.SessionId]), $"{recurring.Id}:{recurring.Sequence}", now);
        return carried with { Together = together };
    }

    private async Task<CarriedInvitation> Revive(SessionsDb db, Person person, RecurringEntry recurring, List<CalendarEntry> slots, Instant now)
    {
        var ahead = slots.FindAll(s => s.Told!.State == SlotState.Declined && s.Told.End > now);
        var places = await RecurringRows.Places(db, person, [.. ahead.Select(s => s.SessionId)]);
        var sessions = await RecurringRows.Sessions(db, [.. slots.Select(s => s.SessionId)]);
        Raise(recurring, slots, now);
        (recurring.State, recurring.Answer) = (SlotState.Held, Participation.Accepted);
        foreach (var slot in ahead)
        {
            var when = sessions[slot.SessionId].When;
            var isIn = places.ContainsKey(slot.SessionId) && when.Start is not null;
            slot.Told = slot.Told! with { State = isIn ? SlotState.Held : SlotState.Left, Sequence = recurring.Sequence, Dtstamp = recurring.Dtstamp, Start = isIn ? when.Start!.Value : slot.Told.Start, End = isIn ? when.End!.Value : slot.Told.End };
            slot.Answer = Participation.Accepted;
        }

        await RecurringRows.DropInvitations(db, [.. places.Values.Select(p => p.Id)]);
        return Carried(Method.Request, await Whole(db, person, sessions.Values.First().Series!, recurring, slots, sessions), recurring, recurring.FirstMessageId) with { Dates = Dates(slots, sessions, now) };
    }

    private async Task<CarriedInvitation> ByItself(SessionsDb db, Invited invited, CalendarEntry entry, Instant now)
    {
        var before = entry.Told!;
        entry.Told = before with { State = SlotState.Left, Sequence = before.Sequence + 1, Dtstamp = Later(before.Dtstamp, now) };
        if ((await RecurringRows.Places(db, invited.Person, [invited.Session.Id])).GetValueOrDefault(invited.Session.Id) is { } place) await RecurringRows.OweFollowing(db, invited.Person, [place], $"{entry.Id}:{entry.Told.Sequence}", now);
        return Carried(Method.Cancel, [events.Of(invited, entry, entry.Told, null)], entry.Recurring!, entry.Recurring!.FirstMessageId) with { Before = before, ComesByItself = true };
    }

    /// <summary>All of it once more: the rule, what it leaves out, and every occurrence that is not as the rule has it, or else those fall back.</summary>
    private async Task<IReadOnlyList<Event>> Whole(SessionsDb db, Person person, Series series, RecurringEntry recurring, List<CalendarEntry> slots, Dictionary<Guid, Session> sessions)
    {
        var zone = SessionClock.Zone(recurring.Zone);
        var held = slots.Where(s => s.Told!.State == SlotState.Held).ToDictionary(s => s.Occurrence!.Value.InZone(zone).LocalDateTime);
        var places = await RecurringRows.Places(db, person, [.. held.Values.Select(s => s.SessionId)], evenLost: true);
        // Left out from now on, and so never to come back into it.
        foreach (var slot in slots.Where(s => s.Told!.State == SlotState.Declined)) slot.Told = slot.Told! with { State = SlotState.Left };
        List<LocalDateTime> except = [.. recurring.Ending().Occurrences(recurring.Start).Where(date => !held.ContainsKey(date))];
        foreach (var slot in held.Values) slot.Told = slot.Told! with { Sequence = Math.Max(slot.Told.Sequence, recurring.Sequence), Dtstamp = recurring.Dtstamp };
        return [events.Of(person, series, recurring, except), .. held.Values.Where(s => !s.SaysSeries || s.Told!.Start != s.Occurrence || s.Told.End - s.Told.Start != Duration.FromMinutes(recurring.Minutes))
            .OrderBy(s => s.Occurrence).Select(s => events.Of(Held(person, sessions[s.SessionId], places.GetValueOrDefault(s.SessionId)), s, s.Told!, EventStatus.Confirmed))];
    }

    private static IReadOnlyList<Session> Dates(List<CalendarEntry> slots, Dictionary<Guid, Session> sessions, Instant now) =>
        [.. slots.Where(s => s.Told is { State: SlotState.Held } told && told.End > now).Select(s => sessions[s.SessionId]).OrderBy(s => s.When.Start)];

    private static bool Crosses(CalendarEntry entry, Session session, List<CalendarEntry> slots)
    {
        var zone = SessionClock.Zone(entry.Recurring!.Zone);
        var day = session.When.Start!.Value.InZone(zone).Date;
        return slots.Exists(s => s != entry && s.Told!.State == SlotState.Held && s.Told.Start.InZone(zone).Date is var other
            && (s.Occurrence < entry.Occurrence ? other >= day : other <= day));
    }

    /// <summary>Of a full message: above every number that any of its occurrences had.</summary>
    private static void Raise(RecurringEntry recurring, List<CalendarEntry> slots, Instant now)
    {
        recurring.Sequence = 1 + Math.Max(recurring.Sequence, slots.Max(s => s.Told!.Sequence));
        recurring.Dtstamp = Later(Instant.Max(recurring.Dtstamp, slots.Max(s => s.Told!.Dtstamp)), now);
    }

    private Invited Held(Person person, Session session, Registration? place) => new(person, session, SlotState.Held, ICalendar.Role.RequiredParticipant, place is null ? links.MyLink(person) : links.JoinLink(place, person));

    private string Hash(Person person, Session session, Registration place, RecurringEntry recurring) => events.Hash(Held(person, session, place), recurring.Organizer);

    private static CarriedInvitation Carried(Method method, IReadOnlyList<Event> said, RecurringEntry recurring, string? follows)
    {
        var calendar = new Calendar { Method = method, Events = said };
        return new(new(method.ToString().ToUpperInvariant(), System.Text.Encoding.UTF8.GetString(calendar.ToBytes())), follows is null ? null : MessageId.Parse(follows), id => recurring.FirstMessageId ??= id.Value);
    }

    private static Instant Later(Instant last, Instant now) => Whole(Instant.Max(now, last + Duration.FromSeconds(1)));

    /// <summary>DTSTAMP has no parts of a second.</summary>
    private static Instant Whole(Instant stamp) => Instant.FromUnixTimeSeconds(stamp.ToUnixTimeSeconds());
}
