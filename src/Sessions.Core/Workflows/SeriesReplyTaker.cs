using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.Mail;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Workflows;

/// <summary>From an answer to a recurring entry as a whole to every session of the series that is to come.</summary>
internal static class SeriesReplyTaker
{
    /// <param name="entries">All occurrences, in their order.</param>
    /// <returns>False, with nothing done, where the series reaches further than what is held.</returns>
    public static async Task<bool> Take(SessionsDb db, RsvpAddress rsvp, InboundMail mail, InboundMessage message, Reply reply, bool isCounter, RecurringEntry recurring, List<CalendarEntry> entries, HeldRows held, Instant now)
    {
        var reached = await StandingRows.Reached(db, recurring.SeriesId, recurring.PersonId, now);
        if (reached.Exists(id => !held.Sessions.Contains(id))) return false;
        var person = await db.People.FirstAsync(p => p.Id == recurring.PersonId);
        var ahead = entries.FindAll(e => e.Told!.End > now);
        // What is kept of it hangs on the next one.
        var at = (ahead.FirstOrDefault() ?? entries[^1]).SessionId;
        var next = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == at);
        (mail.SessionId, mail.SeriesId) = (next.Id, recurring.SeriesId);
        if ((mail.Refusal = Refuses(rsvp, message, reply, isCounter, recurring, entries, person, ahead.Count)) is not null) return true;
        (mail.PersonId, mail.Text) = (person.Id, reply.Comment);
        person.Answered(now);
        if (isCounter)
        {
            (mail.Effect, mail.Text) = (InboundEffect.Proposed, ReplyTaker.Proposal(reply, next));
            return true;
        }

        var answer = ReplyRule.OfInvited(reply, person.Address!)!.Answer!.Value;
        (recurring.Answer, recurring.AnsweredSequence, recurring.AnsweredStamp) = (answer, reply.Sequence, reply.Stamp ?? now);
        // Who was asked about another hour since then has not answered for that one; a no is one to all.
        foreach (var entry in ahead.Where(e => answer == Participation.Declined || e.Told!.Sequence <= reply.Sequence)) entry.Answer = answer;
        mail.Effect = answer switch
        {
            Participation.Declined => await Leave(db, person, recurring, ahead, held, now),
            Participation.Accepted => await Return(db, person, recurring, ahead, held, now),
            _ => InboundEffect.Noted,
        };
        return true;
    }

    private static ReplyRefusal? Refuses(RsvpAddress rsvp, InboundMessage message, Reply reply, bool isCounter, RecurringEntry recurring, List<CalendarEntry> entries, Person person, int ahead)
    {
        if (person is not { Address: { } invited, BlockedAt: null }) return ReplyRefusal.Blocked;
        if (!rsvp.Believes(message, recurring.Id, invited)) return ReplyRefusal.NotTrusted;
        if (recurring.State == SlotState.Left) return ReplyRefusal.EntryUnknown;
        if (recurring.State == SlotState.Cancelled || ahead == 0) return ReplyRefusal.Over;
        return isCounter && ReplyRule.OfInvited(reply, invited) is not null ? null : ReplyRule.Refuses(recurring, reply, invited, entries.Max(e => e.Told!.Sequence));
    }

    /// <summary>A no to the whole: all places to come are given up, and later sessions come without them. The entry stays where it is, as one they declined.</summary>
    private static async Task<InboundEffect> Leave(SessionsDb db, Person person, RecurringEntry recurring, List<CalendarEntry> ahead, HeldRows held, Instant now)
    {
        recurring.State = SlotState.Declined;
        foreach (var entry in ahead.Where(e => e.Told!.State == SlotState.Held)) entry.Told = entry.Told! with { State = SlotState.Declined };
        if (await db.Standing.FirstOrDefaultAsync(s => s.SeriesId == recurring.SeriesId && s.PersonId == person.Id && s.LeftAt == null) is not { } standing) return InboundEffect.Noted;
        await StandingLeaveWriter.Leave(db, standing, person, held.Sessions, now, [.. ahead.Where(e => e.Told!.State == SlotState.Declined).Select(e => e.SessionId)]);
        return InboundEffect.PlaceGivenUp;
    }

    /// <summary>A yes to the whole: back into the series after a no to the whole, and into each session that they had said no to.</summary>
    private static async Task<InboundEffect> Return(SessionsDb db, Person person, RecurringEntry recurring, List<CalendarEntry> ahead, HeldRows held, Instant now)
    {
        if (recurring.State == SlotState.Declined)
        {
            if (await db.Series.AnyAsync(s => s.Id == recurring.SeriesId && (s.EndedAt != null || s.PublishedAt == null))) return InboundEffect.Noted;
            await StandingJoinWriter.Enter(db, recurring.SeriesId, person, held.Sessions, now);
            return InboundEffect.PlaceTaken;
        }

        var effect = InboundEffect.Noted;
        foreach (var entry in ahead.Where(e => e.Told!.State == SlotState.Declined))
        {
            var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == entry.SessionId);
            var place = await db.Registrations.FirstOrDefaultAsync(r => r.SessionId == session.Id && r.PersonId == person.Id);
            if (place is { IsActive: true } || SignUpRule.Refuses(session, now) is not null) continue;
            var done = await ReplyTaker.Again(db, place, person, session, now);
            effect = effect == InboundEffect.PlaceTaken ? effect : done;
        }

        return effect;
    }
}
