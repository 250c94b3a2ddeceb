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
internal sealed class StandingEmails(InvitationWriter invitations, RecurringWriter recurring, SessionMail mail, SiteOptions site, IStringLocalizer<StandingEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.StandingConfirmed, RegistrationMail.StandingLeft };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var standing = await db.Standing.Include(s => s.Person).Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == row.SubjectId);
        if (standing is not { Person: { BlockedAt: null, Address: not null } }) return null;
        return (row.Kind, standing.LeftAt) switch
        {
            (RegistrationMail.StandingConfirmed, null) => await Confirmed(db, standing, row, now),
            (RegistrationMail.StandingLeft, not null) => await Left(db, standing, row, now),
            _ => null,
        };
    }

    private async Task<ComposedMail> Confirmed(SessionsDb db, StandingRegistration standing, OutboxMessage row, Instant now)
    {
        var (person, series) = (standing.Person!, standing.Series!);
        var places = (await db.Registrations.Include(r => r.Session!.Series)
            .Where(r => r.StandingId == standing.Id && r.State != RegistrationState.Withdrawn && r.Session!.CancelledAt == null && r.Session.When.Start > now).ToListAsync())
            .OrderBy(r => r.Session!.When.Start).ToList();
        var first = places.Find(p => p.State == RegistrationState.Confirmed);
        if (first is not null && await recurring.InTheWay(db, person, first.Session!, now) is { } single) return await MakeRoom(db, standing, places.Find(p => p.SessionId == single.Id)!, row, now);
        var heading = (string)words["You are in every session of {0}", series.Name];
        List<MailBlock> blocks = [new MailBlock.Kicker(series.Name), new MailBlock.Heading(heading)];
        var (invitation, next) = (CarriedInvitation.Nothing, first);
        if (next is not null)
        {
            var link = mail.JoinLink(next, person);
            invitation = await recurring.Repeat(db, person, next.Session!, now) ?? await invitations.Bring(db, new(person, next.Session!, SlotState.Held, Role.RequiredParticipant, link) { Again = true, Answer = ICalendar.Participation.Accepted }, now);
            // It may have been for a mail of its own, where the one before it is no longer theirs.
            await RecurringRows.DropInvitations(db, [next.Id]);
            blocks.AddRange(
            [
                new MailBlock.Paragraph(MailText.Strong(words["The next one: {0}", SessionTitle.Of(next.Session!, words)])),
                mail.Facts(next.Session!), .. mail.Joining(next.Session!, link), .. mail.Clocks(next.Session!, now),
            ]);
        }

        blocks.AddRange(Others([.. places.Where(p => p != next)], next is not null, [.. invitation.Dates.Select(s => s.Id)], now));
        if ((next ?? places.FirstOrDefault()) is { } asked) blocks.AddRange(mail.Questions(asked, await QuestionRows.Open(db, asked)));
        blocks.Add(mail.Foot(person, (words["Rather not come to all of them? {0}: what is to come is given up."], words["Leave the series"])));
        var subject = next is null ? heading : $"{heading}, {words["next"]} {WhenText.Short(next.Session!.When)}";
        return Mail(standing, subject, blocks, invitation);
    }

    /// <summary>A single entry that the one of the series takes the place of leaves first: nothing stands twice in a calendar.</summary>
    private async Task<ComposedMail> MakeRoom(SessionsDb db, StandingRegistration standing, Registration place, OutboxMessage row, Instant now)
    {
        var (person, session) = (standing.Person!, place.Session!);
        var invitation = await invitations.Bring(db, new(person, session, SlotState.Left, Role.RequiredParticipant, mail.JoinLink(place, person)), now);
        await OweOnce(db, standing, row, now);
        var heading = (string)words["One entry for the whole series: {0}", standing.Series!.Name];
        return Mail(standing, heading,
        [
            new MailBlock.Kicker(standing.Series.Name), new MailBlock.Heading(heading), mail.Facts(session),
            new MailBlock.Paragraph((string)words["Your place in “{0}” stays yours. Its single entry leaves your calendar now, and the next mail brings one for the series, with this date in it.", SessionTitle.Of(session, words)]),
            mail.Foot(person, null),
        ], invitation) with
        { Says = "" };
    }

    /// <summary>The same mail again, for what this one could not say.</summary>
    private static Task OweOnce(SessionsDb db, StandingRegistration standing, OutboxMessage row, Instant now) => db.Owe(
        new($"{row.Key}:then", row.Kind, standing.Id, row.PersonId, row.Recipient, row.ExpiresAt) { SeriesId = row.SeriesId, SessionId = row.SessionId }, now);

    private IEnumerable<MailBlock> Others(IReadOnlyList<Registration> places, bool hasNext, HashSet<Guid> together, Instant now)
    {
        if (places.Count > 0)
        {
            yield return new MailBlock.Paragraph(MailText.Strong(hasNext ? words["And then"] : words["Your dates"]));
            yield return new MailBlock.Items([.. places.Select(p => (MailText)$"{WhenText.Short(p.Session!.When)}: {SessionTitle.Of(p.Session, words)}{(together.Contains(p.SessionId) ? "" : Where(p, now))}")]);
        }

        if (together.Count > 0)
        {
            yield return new MailBlock.Paragraph((string)words["{0} dates come to your calendar with this mail, as one entry. You are in each new session by itself, and its entry comes two weeks before it, or at once when it is nearer.", together.Count]);
            yield return new MailBlock.Paragraph((string)words["A single one you can give up on your page, or decline in your calendar. The day before each, its title and joining link come too."]);
            yield break;
        }

        yield return new MailBlock.Paragraph((string)(places.Count == 0 && !hasNext
            ? words["No date is open yet. You are in each new session by itself: its entry comes to your calendar two weeks before it, or at once when it is nearer."]
            : words["You are in each new session by itself. Its entry comes to your calendar two weeks before it, or at once when it is nearer. A single one you can give up on your page."]));
    }

    private string Where(Registration place, Instant now) => place.State == RegistrationState.Waitlisted
        ? $" ({words["waiting list"]})"
        : StandingWriter.InvitedAt(place.Session!.When, now) is var at && at > now ? $" ({words["entry comes on {0}", WhenText.Day(at.InZone(SessionClock.Zone(place.Session.When.Zone)).Date)]})" : "";

    private async Task<ComposedMail> Left(SessionsDb db, StandingRegistration standing, OutboxMessage row, Instant now)
    {
        // Another mail takes the next one out; whoever is back by then keeps what the coming back brought.
        var isBack = await db.Standing.AnyAsync(s => s.SeriesId == standing.SeriesId && s.PersonId == standing.PersonId && s.LeftAt == null);
        var invitation = isBack ? null : await recurring.TakeOut(db, standing.Person!, standing.Series!, now);
        if (invitation is not null && await RecurringRows.Ahead(db, standing.Person!, standing.Series!, now) is not null) await OweOnce(db, standing, row, now);
        var heading = (string)words["You left the series: {0}", standing.Series!.Name];
        return Mail(standing, heading,
        [
            new MailBlock.Kicker(standing.Series.Name), new MailBlock.Heading(heading),
            new MailBlock.Paragraph((string)words["What was still to come is given up, and nothing more of this series is put into your calendar. Sessions that were stay in your list."]),
            new MailBlock.Button(words["The series' page"], MailLink.Open(site.Link($"/series/{standing.Series.Slug}"))),
            mail.Foot(standing.Person!, null),
        ], invitation ?? CarriedInvitation.Nothing);
    }

    private ComposedMail Mail(StandingRegistration standing, string subject, IReadOnlyList<MailBlock> blocks, CarriedInvitation invitation) => new(subject, new(subject, blocks))
    {
        FromName = standing.Series!.Name,
        Calendar = invitation.Part,
        Follows = invitation.Follows,
        Identified = invitation.Identified,
        Unsubscribe = mail.Unsubscribe(standing.Person!),
    };
}
