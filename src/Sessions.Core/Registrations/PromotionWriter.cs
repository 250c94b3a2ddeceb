using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Offers free places to the first in the line, or gives them where there is no time to ask.</summary>
internal static class PromotionWriter
{
    public const string NoticeKind = "session.places";

    /// <summary>In one write; a notice goes on with the rest.</summary>
    public const int AtOnce = 50;

    /// <summary>Call inside a write that holds the session's row, after a place came free or the capacity rose.</summary>
    public static async Task Fill(SessionsDb db, Session session, Instant now)
    {
        if (await FillSome(db, session, now) is null || session.IsFull || session.Waiting == 0) return;
        db.Add(new Notice { Kind = NoticeKind, SubjectId = session.Id, DueAt = now, CreatedAt = now });
    }

    /// <summary>The same, not before <paramref name="due"/>: until then the capacity can go back.</summary>
    /// <returns>The mails to those who are let in then.</returns>
    public static async Task<IReadOnlyList<LetIn>> FillLater(SessionsDb db, Session session, Instant due, Instant now)
    {
        if (session.IsFull || session.Waiting == 0 || session.IsCancelled || session.When.End is not { } end || due >= end) return [];
        var free = session.Free ?? session.Waiting;
        if (!await db.Notices.AnyAsync(n => n.Kind == NoticeKind && n.SubjectId == session.Id && n.DoneAt == null))
            db.Add(new Notice { Kind = NoticeKind, SubjectId = session.Id, DueAt = due, CreatedAt = now });
        var kind = session.When.Start is { } start && OfferRule.EndsAt(start, await Terms(db, session), due) is not null ? RegistrationMail.Offered : RegistrationMail.Promoted;
        return await db.Registrations.Where(r => r.SessionId == session.Id && r.State == RegistrationState.Waitlisted).OrderBy(r => r.Order).Take(free)
            .Select(r => new LetIn(r.Person!.Address!, kind)).ToListAsync();
    }

    /// <returns>The last one who got a place; null when nobody did.</returns>
    public static async Task<Registration?> FillSome(SessionsDb db, Session session, Instant now)
    {
        if (session.IsFull || session.Waiting == 0 || session.IsCancelled || session.When.End is not { } end || now >= end) return null;
        var free = Math.Min(AtOnce, session.Free ?? session.Waiting);
        var line = await db.Registrations.Include(r => r.Person)
            .Where(r => r.SessionId == session.Id && r.State == RegistrationState.Waitlisted)
            .OrderBy(r => r.Order).Take(free + 1).ToListAsync();
        Registration? last = null;
        var ends = OfferRule.EndsAt(session.When.Start!.Value, await Terms(db, session), now);
        // The database still has the one who is leaving in this very write; the tracked row knows better.
        foreach (var next in line.Where(r => r.State == RegistrationState.Waitlisted).Take(free))
        {
            last = next;
            if (ends is { } until)
            {
                await OfferWriter.Offer(db, next, session, until, now);
                continue;
            }

            next.Promote(session, now);
            next.Person!.CalendarVersion++;
            await RegistrationMailWriter.Owe(db, RegistrationMail.Promoted, next, next.Person, session, now);
        }
        return last;
    }

    private static async Task<SignUpTerms> Terms(SessionsDb db, Session session) =>
        session.Series?.Terms ?? await db.Series.Where(s => s.Id == session.SeriesId).Select(s => s.Terms).FirstAsync();
}

/// <param name="Kind">Of the mail.</param>
internal sealed record LetIn(string Recipient, string Kind);
