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
internal sealed class InvitationWriter(OutboxOptions mail, RsvpAddress rsvp, InvitationEvent events)
{
    // Compiled for the model of one database, and so never static.
    private readonly Func<SessionsDb, Guid, Guid, IAsyncEnumerable<CalendarEntry>> _entries = EF.CompileAsyncQuery((SessionsDb db, Guid session, Guid person) =>
        db.CalendarEntries.AsTracking().Where(e => e.SessionId == session && e.PersonId == person));

    public async Task<CarriedInvitation> Bring(SessionsDb db, Invited invited, Instant now)
    {
        var session = invited.Session;
        var entries = await _entries(db, session.Id, invited.Person.Id).ToListAsync();
        if (invited.Formerly is { } former && (await _entries(db, former, invited.Person.Id).ToListAsync()).Find(e => e.Told is { State: SlotState.Held }) is { } moving)
        {
            moving.SessionId = session.Id;
            entries.Insert(0, moving);
        }

        var entry = entries.Find(e => e.Told is null or { State: not SlotState.Left }) ?? entries.Find(e => e.Told is not null);
        var wanted = new WantedSlot(invited.State, session.When.Start!.Value, session.When.End!.Value, events.Hash(invited, entry is { Told.State: SlotState.Left } ? null : entry), invited.Again);
        if (InvitationPlan.Plan(entry?.Told, wanted, now) is not [var message]) return CarriedInvitation.Nothing;
        if (entry is null || message.IsNewEntry)
        {
            var id = Guid.CreateVersion7();
            entry = db.Add(new CalendarEntry
            {
                Id = id,
                PersonId = invited.Person.Id,
                SessionId = session.Id,
                Uid = Guid.NewGuid().ToString(),
                Organizer = rsvp.Of(id, mail.From),
            }).Entity;
        }

        var before = entry.Told;
        entry.Told = message.Tells;
        // Where nobody reads answers none is asked for.
        if (message.AsksAgain && rsvp.IsRead(entry)) entry.Answer = Participation.NeedsAction;
        else if (before?.State is not SlotState.Held && message.Tells.State == SlotState.Held) entry.Answer = Participation.Accepted;
        var calendar = new Calendar { Method = message.Method, Events = [events.Of(invited, entry, message)] };
        var follows = entry.FirstMessageId is { } first ? MessageId.Parse(first) : null;
        return new(new(message.Method.ToString().ToUpperInvariant(), System.Text.Encoding.UTF8.GetString(calendar.ToBytes())), follows,
            id => entry.FirstMessageId ??= id.Value, before);
    }
}
