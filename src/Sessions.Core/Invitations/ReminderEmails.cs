using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>The one mail before a session, which also carries what changed in words since the entry was sent, and the one after it.</summary>
internal sealed class ReminderEmails(InvitationWriter invitations, SessionMail mail, SiteOptions site, IStringLocalizer<ReminderEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.Reminder, RegistrationMail.FollowUp };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var place = await db.Registrations.Include(r => r.Person).Include(r => r.Session!.Series).FirstOrDefaultAsync(r => r.Id == row.SubjectId);
        if (place is not { State: RegistrationState.Confirmed, Person: { BlockedAt: null, NewsStoppedAt: null, Address: not null }, Session: { IsCancelled: false, When: { Start: { } start, End: { } end } } }) return null;
        return row.Kind == RegistrationMail.Reminder ? (start <= now ? null : await Before(db, place, start, now)) : end > now ? null : await After(db, place);
    }

    private async Task<ComposedMail> Before(SessionsDb db, Registration place, Instant start, Instant now)
    {
        var (session, person) = (place.Session!, place.Person!);
        var link = mail.JoinLink(place, person);
        var invitation = await invitations.Bring(db, new(person, session, SlotState.Held, Role.RequiredParticipant, link) { InOwnWords = true }, now);
        var heading = (string)words["{0}: {1}", Near(start, session.When.Zone, now), SessionTitle.Of(session, words)];
        return Mail(place, heading,
        [
            .. mail.Head(session, heading), .. mail.Joining(session, link), .. mail.Clocks(session, now), .. mail.Questions(place, await QuestionRows.Open(db, place)), NoMore(person),
            mail.Foot(person, (words["Cannot come? {0}: the next person on the list gets it."], words["Give up your place"])),
        ]) with
        { Calendar = invitation.Part, Follows = invitation.Follows, Identified = invitation.Identified };
    }

    private async Task<ComposedMail> After(SessionsDb db, Registration place)
    {
        var (session, person) = (place.Session!, place.Person!);
        var hasRecording = await db.Recordings.ShownToSignedUp().AnyAsync(r => r.SessionId == session.Id);
        var resources = await db.Resources.ShownToAll().CountAsync(r => r.SessionId == session.Id);
        var hasWriteUp = await db.WriteUps.AnyAsync(w => w.SessionId == session.Id);
        var heading = (string)(place.CameAt is null ? words["You missed it: {0}", SessionTitle.Of(session, words)] : words["Thank you for coming: {0}", SessionTitle.Of(session, words)]);
        var there = new[] { hasRecording ? words["the recording"].Value : null, resources switch { 0 => null, 1 => words["one file or link"].Value, var count => words["{0} files and links", count].Value }, hasWriteUp ? words["the write-up"].Value : null }
            .OfType<string>().ToList();
        var page = MailLink.Open(site.Link(SessionTitle.Path(session)));
        List<MailBlock> blocks = [new MailBlock.Kicker(SessionTitle.Kicker(session, words)), new MailBlock.Heading(heading)];
        blocks.Add(new MailBlock.Paragraph((string)(there.Count == 0
            ? words["Nothing is up yet. What was shown appears on the session's page."]
            : words["On the session's page: {0}.", string.Join(", ", there)])));
        blocks.Add(new MailBlock.Button(hasRecording ? words["Watch it"] : words["The session's page"], page));
        blocks.Add(new MailBlock.Paragraph(MailText.Format(place.CameAt is null ? words["What kept you? {0}, in one click and a line."] : words["Was it worth your hour? {0}, in one click and a line."],
            MailText.LinkTo(words["Tell the hosts"], MailLink.Secret(site.Link($"/feedback/{mail.JoinToken(place, person)}"))))));
        blocks.Add(NoMore(person));
        blocks.Add(mail.Foot(person, null));
        return Mail(place, heading, blocks) with { Says = place.CameAt is null ? WordingSlots.Missed : null };
    }

    private MailBlock.Quiet NoMore(Person person) => new(MailText.Format(words["No such mail any more? {0}."], MailText.LinkTo(words["One click stops it"], MailLink.Secret(mail.Unsubscribe(person).AbsoluteUri))));

    private string Near(Instant start, string zone, Instant now)
    {
        var (day, today) = (start.InZone(SessionClock.Zone(zone)).Date, now.InZone(SessionClock.Zone(zone)).Date);
        return Period.DaysBetween(today, day) switch
        {
            <= 0 => words["Today"],
            1 => words["Tomorrow"],
            _ => WhenText.Day(day),
        };
    }

    private ComposedMail Mail(Registration place, string heading, IReadOnlyList<MailBlock> blocks)
    {
        var subject = $"{heading}, {WhenText.Short(place.Session!.When)}";
        return new(subject, new(subject, blocks)) { FromName = place.Session.Series!.Name, Unsubscribe = mail.Unsubscribe(place.Person!) };
    }
}
