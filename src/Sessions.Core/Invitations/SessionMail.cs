using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Mail;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>The blocks that mails about a session have in common.</summary>
internal sealed class SessionMail(SiteOptions site, StandingLinks links, IStringLocalizer<SessionMail> words)
{
    public IEnumerable<MailBlock> Head(Session session, string heading, string? lineAbove = null) =>
        [new MailBlock.Kicker(SessionTitle.Kicker(session, words)), new MailBlock.Heading(heading), Facts(session, lineAbove)];

    public MailBlock.Facts Facts(Session session, string? lineAbove = null)
    {
        var lines = WhenText.Lines(session.When).Select(line => (MailText)line).ToList();
        if (lineAbove is not null) lines.Add(lineAbove);
        if (session.Place.Address is { } address) lines.Add(address);
        return new(lines);
    }

    public IEnumerable<MailBlock> Joining(Session session, string link)
    {
        if (!session.Place.IsOnline || RoomHours.Of(session.When).Opens is not { } opens) yield break;
        yield return new MailBlock.Button(words["Your joining link"], MailLink.Secret(link));
        yield return new MailBlock.Quiet((string)words["It is yours alone and opens the room from {0}. If the room or the time changes, the link stays the same.",
            WhenText.Time(opens, session.When.Zone)]);
    }

    /// <summary>"The clocks in London go back …" in the weeks when it matters.</summary>
    public IEnumerable<MailBlock> Clocks(Session session, Instant now)
    {
        var zone = session.When.Zone;
        if (session.When.Start is not { } start || WhenText.ChangeBefore(start, zone, now) is not { } change) yield break;
        yield return new MailBlock.Paragraph((string)words[
            change.Forward
                ? "The clocks in {0} go forward on {1}, before this session. {2} is the time on the day."
                : "The clocks in {0} go back on {1}, before this session. {2} is the time on the day.",
            WhenText.City(zone), WhenText.Day(change.Day), WhenText.Time(start, zone)]);
    }

    /// <summary>What the hosts still want to know; nothing where there is nothing.</summary>
    /// <param name="open">How many they have not answered.</param>
    public IEnumerable<MailBlock> Questions(Registration place, int open)
    {
        if (open == 0) return [];
        var link = MailText.LinkTo(words["Answer here"], MailLink.Secret(site.Link($"/questions/{JoinToken(place, place.Person!)}")));
        return [new MailBlock.Paragraph(open == 1 ? MailText.Format(words["The hosts have a question for you. {0}."], link) : MailText.Format(words["The hosts have {0} questions for you. {{0}}.", open].Value, link))];
    }

    /// <summary>The dates that the entry of this mail puts into the calendar, where they are several.</summary>
    public IEnumerable<MailBlock> Dates(CarriedInvitation invitation)
    {
        if (invitation.Dates.Count == 0) yield break;
        yield return new MailBlock.Paragraph(MailText.Strong(words["In your calendar with this mail"]));
        yield return new MailBlock.Items([.. invitation.Dates.Select(s => (MailText)$"{WhenText.Short(s.When)}: {SessionTitle.Of(s, words)}")]);
    }

    /// <summary>What changed at once.</summary>
    public IEnumerable<MailBlock> Together(CarriedInvitation invitation)
    {
        yield return new MailBlock.Items([.. invitation.Together.Select(c => (MailText)(string)(c.State switch
        {
            SlotState.Cancelled => words["{0}, {1}: does not take place", SessionTitle.Of(c.Session, words), WhenText.Short(c.Told.Start, c.Session.When.Zone)],
            SlotState.Held => words["{0}: {1} (before: {2})", SessionTitle.Of(c.Session, words), WhenText.Short(c.Session.When), WhenText.Short(c.Told.Start, c.Session.When.Zone)],
            _ => words["{0}, {1}: you are not in it any more", SessionTitle.Of(c.Session, words), WhenText.Short(c.Told.Start, c.Session.When.Zone)],
        }))]);
        yield return new MailBlock.Paragraph((string)words["Your calendar follows by itself: the old dates leave it, and what goes on comes with the next mail."]);
    }

    /// <summary>How to leave, how to stop, and why this came.</summary>
    /// <param name="leave">A sentence with one place for the link, and the link's words; null where there is nothing to leave.</param>
    /// <param name="at">Where the link leads; their page where none is given.</param>
    public MailBlock.Footer Foot(Person person, (string Sentence, string Label)? leave, string? at = null)
    {
        var my = MailLink.Secret(MyLink(person));
        var lines = new List<MailText>();
        if (leave is var (sentence, label)) lines.Add(MailText.Format(sentence, MailText.LinkTo(label, at is null ? my : MailLink.Secret(at))));
        if (leave is null || at is not null) lines.Add(MailText.LinkTo(words["Your sessions"], my));
        if (person.ProvenAt is null)
            lines.Add(MailText.Format(words["This was not you? {0} and nothing more is sent to this address."],
                MailText.LinkTo(words["Say so here"], MailLink.Secret(site.Link($"/not-me/{links.Token(LinkPurpose.NotMe, person.Id, person.LinkGeneration)}")))));
        lines.Add((string)words["Sent to {0} because this address was entered at {1}.", person.Address!, site.PublicUrl.Host]);
        return new(lines);
    }

    public string Page(Session session) => site.Link(SessionTitle.Path(session));

    public Uri Unsubscribe(Person person) => new(site.Link($"/unsubscribe/{links.Token(LinkPurpose.Unsubscribe, person.Id, person.LinkGeneration)}"));

    public string MyLink(Person person) => site.Link($"/my/{links.My(person)}");

    public string JoinLink(Registration registration, Person person) => site.Link($"/join/{JoinToken(registration, person)}");

    public string JoinToken(Registration registration, Person person) => links.Join(registration, person);
}
