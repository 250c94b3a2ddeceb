using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Speakers;

namespace Sessions.Invitations;

/// <summary>To a speaker, about all their talks of a series: what is still missing, each with its day. Nothing where all of it came meanwhile.</summary>
internal sealed class SpeakerMissingEmails(SessionMail mail, StandingLinks links, SiteOptions site, IStringLocalizer<SpeakerMissingEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { ChaserRows.Kind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var talks = (await ChaserRows.Ahead(db, row.PersonId, now)).FindAll(t => t.Series.Id == row.SeriesId);
        if (!talks.Exists(t => t.IsTime)) return null;
        var (first, person) = (talks[0], talks[0].Person);
        var count = talks.Sum(t => t.Named.Count);
        var heading = (string)(count == 1 ? words["One thing is still missing"] : words["{0} things are still missing", count]);
        var subject = talks.Count == 1 ? $"{heading}: {SessionTitle.Of(first.Session, words)}, {WhenText.Short(first.Session.When)}" : $"{heading}: {first.Series.Name}";
        return new(subject, new(subject, [.. Head(talks, heading), .. talks.SelectMany(t => Talk(t, talks.Count > 1)), mail.Foot(person, null)]))
        {
            FromName = first.Series.Name,
            Unsubscribe = mail.Unsubscribe(person),
            AboutId = first.Session.Id,
            IsOfSeveral = talks.Count > 1,
        };
    }

    private IEnumerable<MailBlock> Head(List<ChasedTalk> talks, string heading)
    {
        IEnumerable<MailBlock> top = talks.Count == 1 ? mail.Head(talks[0].Session, heading, SessionTitle.Of(talks[0].Session, words)) : [new MailBlock.Kicker(talks[0].Series.Name), new MailBlock.Heading(heading)];
        return [.. top, new MailBlock.Paragraph((string)words["One page, no account: what you type there is saved, and what is done is not asked for again."])];
    }

    private IEnumerable<MailBlock> Talk(ChasedTalk talk, bool isOfSeveral)
    {
        if (isOfSeveral) yield return new MailBlock.Paragraph(MailText.Strong($"{SessionTitle.Of(talk.Session, words)}, {WhenText.Short(talk.Session.When)}"));
        yield return new MailBlock.Items([.. talk.Named.Select(line => (MailText)TalkItemWords.Of(line, words))]);
        yield return new MailBlock.Button(talk.Appearance.HasTalk ? words["Hand it in on your page"] : words["Answer yes or no"], MailLink.Secret(site.Link(links.Path(talk.Appearance, talk.Person))));
    }
}
