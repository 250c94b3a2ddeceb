using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.Mail;

namespace Sessions.Workflows;

/// <summary>Somebody wrote to the address of their invitation: their words go to the hosts of that series.</summary>
internal static class LetterTaker
{
    public static async Task Take(SessionsDb db, InboundMail mail, InboundMessage message, Instant now)
    {
        var addresses = message.To.Select(a => a.Key).ToList();
        // Of a recurring entry the next session: it is the one that people write about.
        var entries = await db.CalendarEntries.Where(e => addresses.Contains(e.Organizer) && e.Told != null).OrderBy(e => e.Told!.Start).ToListAsync();
        var entry = entries.Find(e => e.Told!.End > now) ?? entries.LastOrDefault();
        if (entry is null || message.From is null)
        {
            mail.Refusal = ReplyRefusal.EntryUnknown;
            return;
        }

        var session = await db.Sessions.FirstAsync(s => s.Id == entry.SessionId);
        (mail.SeriesId, mail.SessionId) = (session.SeriesId, session.Id);
        // An invitation is passed on now and then: the words are of whoever wrote them.
        if (await db.People.AnyAsync(p => p.Id == entry.PersonId && p.Address == message.From!.Key)) mail.PersonId = entry.PersonId;
        (mail.Effect, mail.Text) = (InboundEffect.Letter, TypedText.Cut(message.Text, InboundMail.LongestText));
    }
}
