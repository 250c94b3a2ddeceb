using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>What somebody reads who comes to every session of a series: all dates at once, with the next one's entry.</summary>
internal sealed class StandingEmails(InvitationWriter invitations, SessionMail mail, SiteOptions site, IStringLocalizer<StandingEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.StandingConfirmed, RegistrationMail.StandingLeft };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var standing = await db.Standing.Include(s => s.Person).Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == row.SubjectId);
        if (standing is not { Person: { BlockedAt: null, Address: not null } }) return null;
        return (row.Kind, standing.LeftAt) switch
        {
            (RegistrationMail.StandingConfirmed, null) => await Confirmed(db, standing, now),
            (RegistrationMail.StandingLeft, not null) => Left(standing),
            _ => null,
        };
    }

    private async Task<ComposedMail> Confirmed(SessionsDb db, StandingRegistration standing, Instant now)
    {
        var (person, series) = (standing.Person!, standing.Series!);
        var places = (await db.Registrations.Include(r => r.Session!.Series)
            .Where(r => r.StandingId == standing.Id && r.State != RegistrationState.Withdrawn && r.Session!.CancelledAt == null && r.Session.When.Start > now).ToListAsync())
            .OrderBy(r => r.Session!.When.Start).ToList();
        var heading = (string)words["You are in every session of {0}", series.Name];
        List<MailBlock> blocks = [new MailBlock.Kicker(series.Name), new MailBlock.Heading(heading)];
        var (invitation, next) = (CarriedInvitation.Nothing, places.Find(p => p.State == RegistrationState.Confirmed));
        if (next is not null)
        {
            var link = mail.JoinLink(next, person);
            invitation = await invitations.Bring(db, new(person, next.Session!, SlotState.Held, Role.RequiredParticipant, link) { Again = true }, now);
            blocks.AddRange(
            [
                new MailBlock.Paragraph(MailText.Strong(words["The next one: {0}", SessionTitle.Of(next.Session!, words)])),
                mail.Facts(next.Session!), .. mail.Joining(next.Session!, link), .. mail.Clocks(next.Session!, now),
            ]);
        }

        blocks.AddRange(Others([.. places.Where(p => p != next)], next is not null, now));
        if ((next ?? places.FirstOrDefault()) is { } asked) blocks.AddRange(mail.Questions(asked, await QuestionRows.Open(db, asked)));
        blocks.Add(mail.Foot(person, (words["Rather not come to all of them? {0}: what is to come is given up."], words["Leave the series"])));
        var subject = next is null ? heading : $"{heading}, {words["next"]} {WhenText.Short(next.Session!.When)}";
        return new(subject, new(subject, blocks))
        {
            FromName = series.Name,
            Calendar = invitation.Part,
            Follows = invitation.Follows,
            Identified = invitation.Identified,
            Unsubscribe = mail.Unsubscribe(person),
        };
    }

    private IEnumerable<MailBlock> Others(IReadOnlyList<Registration> places, bool hasNext, Instant now)
    {
        if (places.Count > 0)
        {
            yield return new MailBlock.Paragraph(MailText.Strong(hasNext ? words["And then"] : words["Your dates"]));
            yield return new MailBlock.Items([.. places.Select(p => (MailText)$"{WhenText.Short(p.Session!.When)}: {SessionTitle.Of(p.Session, words)}{Where(p, now)}")]);
        }

        yield return new MailBlock.Paragraph((string)(places.Count == 0 && !hasNext
            ? words["No date is open yet. You are in each new session by itself: its entry comes to your calendar two weeks before it, or at once when it is nearer."]
            : words["You are in each new session by itself. Its entry comes to your calendar two weeks before it, or at once when it is nearer. A single one you can give up on your page."]));
    }

    private string Where(Registration place, Instant now) => place.State == RegistrationState.Waitlisted
        ? $" ({words["waiting list"]})"
        : StandingWriter.InvitedAt(place.Session!.When, now) is var at && at > now ? $" ({words["entry comes on {0}", WhenText.Day(at.InZone(SessionClock.Zone(place.Session.When.Zone)).Date)]})" : "";

    private ComposedMail Left(StandingRegistration standing)
    {
        var heading = (string)words["You left the series: {0}", standing.Series!.Name];
        return new(heading, new(heading,
        [
            new MailBlock.Kicker(standing.Series.Name), new MailBlock.Heading(heading),
            new MailBlock.Paragraph((string)words["What was still to come is given up, and nothing more of this series is put into your calendar. Sessions that were stay in your list."]),
            new MailBlock.Button(words["The series' page"], MailLink.Open(site.Link($"/series/{standing.Series.Slug}"))),
            mail.Foot(standing.Person!, null),
        ]))
        { FromName = standing.Series.Name, Unsubscribe = mail.Unsubscribe(standing.Person!) };
    }
}
