using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>From an answer in a calendar to a place taken, given up or kept; inside the write that logs it.</summary>
internal static class ReplyTaker
{
    /// <returns>False, with nothing done, where more rows have to be held for it.</returns>
    public static async Task<bool> Take(SessionsDb db, RsvpAddress rsvp, InboundMail mail, InboundMessage message, Reply reply, bool isCounter, HeldRows held, Instant now)
    {
        var entries = await db.CalendarEntries.Include(e => e.Recurring).Where(e => e.Uid == reply.Uid).OrderBy(e => e.Occurrence).ToListAsync();
        if (entries.Count == 0)
        {
            mail.Refusal = ReplyRefusal.EntryUnknown;
            return true;
        }

        if (entries[0].Recurring is { } recurring && reply is { Slot: null, IsSlotUnreadable: false })
            return await SeriesReplyTaker.Take(db, rsvp, mail, message, reply, isCounter, recurring, entries, held, now);

        // One that is none of them is refused by the rule.
        await Take(db, rsvp, mail, message, reply, isCounter, entries.Find(e => e.Occurrence == reply.Slot) ?? entries[0], now);
        return true;
    }

    private static async Task Take(SessionsDb db, RsvpAddress rsvp, InboundMail mail, InboundMessage message, Reply reply, bool isCounter, CalendarEntry entry, Instant now)
    {

        var person = await db.People.FirstAsync(p => p.Id == entry.PersonId);
        var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == entry.SessionId);
        (mail.SessionId, mail.SeriesId) = (session.Id, session.SeriesId);
        if ((mail.Refusal = Refuses(rsvp, message, entry, reply, person, session, isCounter, now)) is not null) return;
        (mail.PersonId, mail.Text) = (person.Id, reply.Comment);
        person.Answered(now);
        if (isCounter)
        {
            (mail.Effect, mail.Text) = (InboundEffect.Proposed, Proposal(reply, session));
            return;
        }

        var answer = ReplyRule.OfInvited(reply, person.Address!)!.Answer!.Value;
        (entry.Answer, entry.AnsweredSequence, entry.AnsweredStamp) = (answer, reply.Sequence, reply.Stamp ?? now);
        var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.SessionId == session.Id && a.PersonId == person.Id && a.State != AppearanceState.Named);
        mail.Effect = appearance is null ? await Attendee(db, entry, person, session, answer, now) : await Speaker(db, entry, appearance, session, answer, reply.Comment, now);
    }

    private static ReplyRefusal? Refuses(RsvpAddress rsvp, InboundMessage message, CalendarEntry entry, Reply reply, Person person, Session session, bool isCounter, Instant now)
    {
        if (person is not { Address: { } invited, BlockedAt: null }) return ReplyRefusal.Blocked;
        if (!rsvp.Believes(message, entry.AddressedAs, invited)) return ReplyRefusal.NotTrusted;
        if (entry.Told is { State: SlotState.Left }) return ReplyRefusal.EntryUnknown;
        if (session.IsCancelled || session.When.End is not { } end || end <= now || entry.Told is { State: SlotState.Cancelled }) return ReplyRefusal.Over;
        // What a proposal says of the hour is no answer yet.
        return isCounter && ReplyRule.OfInvited(reply, invited) is not null ? null : ReplyRule.Refuses(entry, reply, invited);
    }

    private static async Task<InboundEffect> Attendee(SessionsDb db, CalendarEntry entry, Person person, Session session, Participation answer, Instant now)
    {
        var place = await db.Registrations.Include(r => r.Session!.Series).FirstOrDefaultAsync(r => r.SessionId == session.Id && r.PersonId == person.Id);
        switch (answer, place?.State)
        {
            case (Participation.Declined, RegistrationState.Confirmed or RegistrationState.Offered or RegistrationState.Waitlisted):
                await WithdrawalWriter.Of(db, place!, person, now);
                entry.Told = entry.Told! with { State = SlotState.Declined };
                return InboundEffect.PlaceGivenUp;
            case (Participation.Accepted, RegistrationState.Offered):
                place!.Promote(session, now);
                person.CalendarVersion++;
                await RegistrationMailWriter.Owe(db, RegistrationMail.Confirmed, place, person, session, now);
                return InboundEffect.PlaceTaken;
            case (Participation.Accepted, null or RegistrationState.Withdrawn) when SignUpRule.Refuses(session, now) is null:
                return await Again(db, place, person, session, now);
            default:
                return InboundEffect.Noted;
        }
    }

    /// <summary>A yes after a no: a place where there is one, else the end of the line, and a mail that says which.</summary>
    public static async Task<InboundEffect> Again(SessionsDb db, Registration? place, Person person, Session session, Instant now)
    {
        place ??= db.Add(new Registration { SessionId = session.Id, PersonId = person.Id, CreatedAt = now }).Entity;
        place.Enter(session, now);
        person.CalendarVersion++;
        var isIn = place.State == RegistrationState.Confirmed;
        await RegistrationMailWriter.Owe(db, isIn ? RegistrationMail.Confirmed : RegistrationMail.Waitlisted, place, person, session, now);
        return isIn ? InboundEffect.PlaceTaken : InboundEffect.Waiting;
    }

    private static async Task<InboundEffect> Speaker(SessionsDb db, CalendarEntry entry, Appearance appearance, Session session, Participation answer, string? comment, Instant now)
    {
        switch (answer)
        {
            case Participation.Accepted:
                AppearanceWriter.Accept(db, appearance, session, now);
                return InboundEffect.SpeakerAccepted;
            case Participation.Declined:
                entry.Told = entry.Told! with { State = SlotState.Declined };
                await AppearanceWriter.Decline(db, appearance, session, comment, now);
                return InboundEffect.SpeakerDeclined;
            default:
                return InboundEffect.Noted;
        }
    }

    public static string Proposal(Reply reply, Session session)
    {
        var zone = SessionClock.Zone(session.When.Zone);
        var hours = reply.Proposed is EventTime.Exact exact ? $"{Text(exact.Start.ToInstant().InZone(zone))} – {Text(exact.End.ToInstant().InZone(zone))} ({session.When.Zone})" : null;
        return TypedText.Cut(string.Join("\n", new[] { hours, reply.Comment }.OfType<string>()), InboundMail.LongestText);
    }

    private static string Text(ZonedDateTime time) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(time.LocalDateTime);
}
