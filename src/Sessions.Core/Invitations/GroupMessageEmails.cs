using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>What hosts wrote to many: their words, why they came to this person, and how to get no more of them.</summary>
internal sealed class GroupMessageEmails(SessionMail mail, SiteOptions site, IStringLocalizer<GroupMessageEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { GroupMessage.MailKind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        // By its key: a preview has it in hand and saves nothing.
        var message = await db.GroupMessages.FindAsync(row.SubjectId);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null);
        if (message is null || person is null || await GroupMessageRows.WhyNot(db, message, person.Id, now) is not null) return null;
        var series = await db.Series.FirstAsync(s => s.Id == message.SeriesId);
        var session = message.SessionId is { } id ? await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == id) : null;
        var subject = message.IsTest ? words["Test: {0}", message.Subject] : message.Subject;
        return new(subject, new(subject, [.. Blocks(message, series, session, person, now)])) { FromName = series.Name, Unsubscribe = mail.Unsubscribe(person) };
    }

    private IEnumerable<MailBlock> Blocks(GroupMessage message, Series series, Session? session, Person person, Instant now)
    {
        yield return new MailBlock.Kicker(session is null ? series.Name : SessionTitle.Kicker(session, words));
        yield return new MailBlock.Heading(message.Subject);
        if (session is { IsCancelled: false } && session.When.OverAt > now) yield return new MailBlock.Facts([SessionTitle.Of(session, words), .. WhenText.Lines(session.When).Select(line => (MailText)line)]);
        foreach (var paragraph in WrittenParagraphs.Of(message.Text)) yield return new MailBlock.Paragraph(paragraph);
        yield return session is null
            ? new MailBlock.Button(words["The series' page"], MailLink.Open(site.Link($"/series/{series.Slug}")))
            : new MailBlock.Button(words["The session's page"], MailLink.Open(mail.Page(session)));
        if (message.IsTest) yield return new MailBlock.Quiet((string)words["This is a test: it went to you alone."]);
        yield return new MailBlock.Quiet(Why(message.Audience, series.Name));
        yield return new MailBlock.Quiet(MailText.Format(words["No such mail any more? {0}."], MailText.LinkTo(words["One click stops it"], MailLink.Secret(mail.Unsubscribe(person).AbsoluteUri))));
        yield return mail.Foot(person, null);
    }

    private string Why(GroupAudience audience, string series) => audience switch
    {
        GroupAudience.Confirmed => words["The hosts of {0} wrote this to everybody with a place in this session.", series],
        GroupAudience.Waiting => words["The hosts of {0} wrote this to everybody who waits for a place in this session.", series],
        GroupAudience.Came => words["The hosts of {0} wrote this to everybody who came to this session.", series],
        GroupAudience.Missed => words["The hosts of {0} wrote this to everybody who had a place in this session and was not seen there.", series],
        GroupAudience.Upcoming => words["The hosts of {0} wrote this to everybody with a place in a session to come.", series],
        GroupAudience.Standing => words["The hosts of {0} wrote this to everybody who comes to every session.", series],
        GroupAudience.Followers => words["The hosts of {0} wrote this to everybody who follows the series.", series],
        _ => words["The hosts of {0} wrote this to everybody who came to one of its sessions.", series],
    };
}
