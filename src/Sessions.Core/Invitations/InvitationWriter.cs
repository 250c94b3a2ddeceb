using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Mail;
using Sessions.Outbox;

namespace Sessions.Invitations;

/// <summary>
/// Brings a calendar from what it was told to what it should have, and keeps what it tells. For every mail that carries an
/// entry: attendees' and speakers'. Call it from <see cref="IMailComposer.Compose"/> only, for a session with an exact time.
/// </summary>
internal sealed class InvitationWriter(OutboxOptions mail, RsvpAddress rsvp, InvitationEvent events, RecurringWriter recurring)
{
    private static readonly Func<SessionsDb, Guid, Guid, IAsyncEnumerable<CalendarEntry>> EntryRows = Compiled.Many((SessionsDb db, Guid session, Guid person) =>
        db.CalendarEntries.AsTracking().Include(e => e.Recurring).Where(e => e.SessionId == session && e.PersonId == person));

    public async Task<CarriedInvitation> Bring(SessionsDb db, Invited invited, Instant now)
    {
        var session = invited.Session;
        var entries = await EntryRows(db, session.Id, invited.Person.Id).ToListAsync();
        if (invited.Formerly is { } former && (await EntryRows(db, former, invited.Person.Id).ToListAsync()).Find(e => e.Told is { State: SlotState.Held }) is { } moving)
        {
            moving.SessionId = session.Id;
            entries.Insert(0, moving);
        }

        // What stands in the calendar; else what stood there last.
        var entry = entries.MinBy(e => e.Told?.State switch { SlotState.Held => 0, SlotState.Declined => 1, null => 2, SlotState.Cancelled => 3, _ => 4 });
        var hash = events.Hash(invited, entry is { Told.State: SlotState.Left } ? null : entry?.Organizer);
        var wanted = new WantedSlot(invited.State, session.When.Start!.Value, session.When.End!.Value, hash, invited.Again || (invited.InOwnWords && entry is { SaysSeries: true }));
        if (InvitationPlan.Plan(entry?.Told, wanted, now, entry?.RecurringId is not null) is not [var message]) return CarriedInvitation.Nothing;
        var isNew = entry is null || message.IsNewEntry;
        if (isNew && await recurring.Begin(db, invited, now) is { } begun) return begun;
        if (!isNew && entry is { Recurring: not null } && await recurring.Together(db, invited, entry, now) is { } together) return together;
        if (isNew) entry = New(db, invited);
        return Tell(invited, entry!, message);
    }

    /// <summary>An entry that asks whether they want the place, where the answer would be read.</summary>
    public Task<CarriedInvitation> Ask(SessionsDb db, Invited invited, Instant now) =>
        rsvp.IsRead(null) ? Bring(db, invited with { Answer = Participation.NeedsAction }, now) : Task.FromResult(CarriedInvitation.Nothing);

    private CalendarEntry New(SessionsDb db, Invited invited)
    {
        var id = Guid.CreateVersion7();
        return db.Add(new CalendarEntry
        {
            Id = id,
            PersonId = invited.Person.Id,
            SessionId = invited.Session.Id,
            Uid = Guid.NewGuid().ToString(),
            Organizer = rsvp.Of(id, mail.From),
        }).Entity;
    }

    private CarriedInvitation Tell(Invited invited, CalendarEntry entry, InvitationMessage message)
    {
        var before = entry.Told;
        (entry.Told, entry.SaysSeries) = (message.Tells, false);
        // Where nobody reads answers none is asked for.
        var isRead = rsvp.IsRead(entry.Organizer);
        if (message.AsksAgain && isRead) entry.Answer = Participation.NeedsAction;
        else if (invited.Answer is { } known) entry.Answer = isRead ? known : Participation.Accepted;
        else if (before?.State is not SlotState.Held && message.Tells.State == SlotState.Held) entry.Answer = Participation.Accepted;
        var calendar = new Calendar { Method = message.Method, Events = [events.Of(invited, entry, message.Tells, message.Status)] };
        var follows = (entry.FirstMessageId ?? entry.Recurring?.FirstMessageId) is { } first ? MessageId.Parse(first) : null;
        return new(new(message.Method.ToString().ToUpperInvariant(), System.Text.Encoding.UTF8.GetString(calendar.ToBytes())), follows,
            id => entry.FirstMessageId ??= id.Value, before);
    }
}
