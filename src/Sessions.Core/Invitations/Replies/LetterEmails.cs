using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Invitations;

/// <summary>Hands a letter, or the hour that somebody proposes, on to the hosts; their answer goes to whoever wrote it.</summary>
internal sealed class LetterEmails(SiteOptions site, IStringLocalizer<LetterEmails> words) : IMailComposer
{
    public const string Kind = "inbound.letter";

    private const int MostInADay = 10;

    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { Kind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var letter = await db.InboundMail.FirstOrDefaultAsync(m => m.Id == row.SubjectId);
        // Who lost the series since reads nothing of it.
        if (letter is not { SessionId: { } sessionId, Text: { } text } || !await db.HostsToTell(letter.SeriesId).AnyAsync(p => p.Id == row.PersonId)) return null;
        var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == sessionId);
        var who = letter.From ?? words["Somebody"];
        var subject = (string)words[letter.Effect == InboundEffect.Proposed ? "Another time is proposed for {0}" : "A letter about {0}", SessionTitle.Of(session, words)];
        return new(subject, new(subject,
        [
            new MailBlock.Kicker(SessionTitle.Kicker(session, words)), new MailBlock.Heading(subject),
            new MailBlock.Paragraph(MailText.Strong(words["{0} wrote:", who])),
            .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new MailBlock.Paragraph(p)),
            new MailBlock.Button(words["The session in the console"], MailLink.Open(site.Link($"/host/sessions/{sessionId}"))),
            new MailBlock.Quiet((string)words["An answer to this mail goes to {0}. Nothing was changed by what they wrote.", who]),
        ]))
        {
            FromName = session.Series!.Name,
            ReplyTo = EmailAddress.TryParse(letter.From, out var from, out _) ? from : null,
        };
    }

    /// <summary>To each host of the series, or to the admins where it has none. What somebody writes beyond ten letters a day, or strangers together, stands in the console alone.</summary>
    /// <param name="letter">Added in this very write.</param>
    public static async Task Owe(SessionsDb db, InboundMail letter, Instant now)
    {
        var since = now - Duration.FromDays(1);
        if (await db.InboundMail.CountAsync(m => m.SeriesId == letter.SeriesId && m.PersonId == letter.PersonId && m.At > since && (m.Effect == InboundEffect.Letter || m.Effect == InboundEffect.Proposed)) >= MostInADay) return;
        foreach (var host in await db.HostsToTell(letter.SeriesId).Select(p => new { p.Id, p.Address }).ToListAsync())
            await db.Owe(new($"inbound:{letter.Id}:{host.Id}", Kind, letter.Id, host.Id, host.Address!, now + Duration.FromDays(2)) { SeriesId = letter.SeriesId, SessionId = letter.SessionId }, now);
    }
}
