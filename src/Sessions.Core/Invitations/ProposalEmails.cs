using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Speakers.Proposals;

namespace Sessions.Invitations;

/// <summary>To whoever offered a talk or suggested a topic: that it came, and what the hosts write about it.</summary>
internal sealed class ProposalEmails(SessionMail mail, SiteOptions site, StandingLinks links, IStringLocalizer<ProposalEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { ProposalMail.Received, ProposalMail.Message, ProposalMail.Declined };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        // By its key: a preview has it in hand and saves nothing.
        var message = row.Kind == ProposalMail.Received ? null : await db.ProposalMessages.FindAsync(row.SubjectId);
        if (row.Kind != ProposalMail.Received && message is null) return null;
        var proposal = await db.Proposals.FindAsync(message?.ProposalId ?? row.SubjectId);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null && p.BlockedAt == null);
        if (proposal is null || person is null || proposal.PersonId != person.Id) return null;
        if (message is null && proposal.State == ProposalState.Withdrawn) return null;
        var from = await db.Series.Where(s => s.Id == proposal.SeriesId).Select(s => s.Name).FirstOrDefaultAsync() ?? site.Name;
        var own = MailLink.Secret(site.Link(links.Link(proposal, person)));
        if (message is null)
        {
            var subject = (string)(proposal.Kind == ProposalKind.Talk ? words["We have your offer of a talk"] : words["We have your topic"]);
            return new(subject, new(subject, [.. Received(proposal, subject, from, own), mail.Foot(person, null)])) { FromName = from, Unsubscribe = mail.Unsubscribe(person) };
        }

        var host = await db.People.Where(p => p.Id == message.ById && p.Address != null).Select(p => new { p.Name, p.Address }).FirstOrDefaultAsync();
        var about = (string)words["About “{0}”", proposal.Title];
        return new(about, new(about, [.. Written(proposal, message, from, host?.Name ?? host?.Address, own), mail.Foot(person, null)]))
        {
            FromName = from,
            ReplyTo = EmailAddress.TryParse(host?.Address, out var answer, out _) ? answer : null,
            Unsubscribe = mail.Unsubscribe(person),
        };
    }

    /// <summary>None of the words that were sent: whoever typed them need not be who reads this.</summary>
    private IEnumerable<MailBlock> Received(Proposal proposal, string subject, string from, MailLink own) =>
    [
        new MailBlock.Kicker(from),
        new MailBlock.Heading(subject),
        new MailBlock.Paragraph((string)(proposal.Kind == ProposalKind.Talk
            ? words["Thank you for offering this talk. The hosts read it and write to you here."]
            : words["Thank you for suggesting this topic. The hosts read it; they write to you here when they have a question, or when it gets a date."])),
        new MailBlock.Button(words["See what you sent, or withdraw it"], own),
    ];

    private IEnumerable<MailBlock> Written(Proposal proposal, ProposalMessage message, string from, string? host, MailLink own) =>
    [
        new MailBlock.Kicker(from),
        new MailBlock.Heading(proposal.Title),
        .. WrittenParagraphs.Of(message.Text).Select(p => (MailBlock)new MailBlock.Paragraph(p)),
        new MailBlock.Quiet((string)(host is null ? words["The hosts wrote this because you sent them a proposal."] : words["{0} wrote this because you sent the hosts a proposal. An answer to this mail goes to them alone.", host])),
        new MailBlock.Quiet(MailText.LinkTo(words["What you sent"], own)),
    ];
}
