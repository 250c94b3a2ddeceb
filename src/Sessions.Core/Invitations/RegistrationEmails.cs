using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Participation = Sessions.ICalendar.Participation;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>What an attendee reads about a place: taken, waited for, won, given up.</summary>
internal sealed class RegistrationEmails(InvitationWriter invitations, SessionMail mail, IStringLocalizer<RegistrationEmails> words) : IMailComposer
{
    private static readonly Func<SessionsDb, Guid, Task<Registration?>> PlaceRow = Compiled.One((SessionsDb db, Guid id) =>
        db.Registrations.AsTracking().Include(r => r.Person).Include(r => r.Session!.Series).FirstOrDefault(r => r.Id == id));

    private static readonly Func<SessionsDb, Guid, IAsyncEnumerable<string>> SpeakerNames = Compiled.Many((SessionsDb db, Guid session) => db.Appearances
        .Where(a => a.SessionId == session && (a.State == AppearanceState.Named || a.State == AppearanceState.Accepted) && a.Person!.Name != null)
        .OrderBy(a => a.Position).Select(a => a.Person!.Name!));

    public IReadOnlySet<string> Kinds { get; } = new HashSet<string>
    {
        RegistrationMail.Confirmed, RegistrationMail.Waitlisted, RegistrationMail.Promoted, RegistrationMail.Withdrawn, RegistrationMail.Invited,
        RegistrationMail.Offered, RegistrationMail.OfferEnds, RegistrationMail.OfferLapsed, RegistrationMail.OfferDeclined,
    };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var place = await PlaceRow(db, row.SubjectId);
        if (place is not { Person: { BlockedAt: null, Address: not null }, Session: { IsCancelled: false, When.Start: not null } }) return null;
        return (row.Kind, place.State) switch
        {
            (RegistrationMail.Confirmed, RegistrationState.Confirmed) => await Held(db, place, words["Your place is saved: {0}", Title(place)], now),
            (RegistrationMail.Promoted, RegistrationState.Confirmed) => await Held(db, place, words["A place came free, and it is yours: {0}", Title(place)], now),
            (RegistrationMail.Invited, RegistrationState.Confirmed) => await Next(db, place, RecurringRows.IsFollowing(row), now),
            (RegistrationMail.Waitlisted or RegistrationMail.Invited, RegistrationState.Waitlisted) => await Waiting(db, place, now),
            (RegistrationMail.Offered or RegistrationMail.OfferEnds, RegistrationState.Offered) when place.OfferEndsAt > now => await Offered(db, place, row.Kind == RegistrationMail.OfferEnds, now),
            (RegistrationMail.OfferLapsed, RegistrationState.Withdrawn) => await Lapsed(db, place, now),
            (RegistrationMail.OfferDeclined, RegistrationState.Withdrawn) => await PassedOn(db, place, now),
            (RegistrationMail.Withdrawn, RegistrationState.Withdrawn) => await Left(db, place, row.Key.EndsWith(RegistrationMail.WithSeries, StringComparison.Ordinal), now),
            _ => null,
        };
    }

    private async Task<ComposedMail> Held(SessionsDb db, Registration place, string heading, Instant now)
    {
        var invitation = await invitations.Bring(db, Invited(place, SlotState.Held) with { Again = true, Answer = Participation.Accepted }, now);
        return await Held(db, place, heading, invitation, now);
    }

    /// <summary>Nothing where another mail has put it into the calendar, with the dates that go together.</summary>
    /// <param name="asksAgain">The hours changed with the entry: an answer to the old one says nothing of them.</param>
    private async Task<ComposedMail?> Next(SessionsDb db, Registration place, bool asksAgain, Instant now)
    {
        var invitation = await invitations.Bring(db, Invited(place, SlotState.Held) with { Answer = asksAgain ? Participation.NeedsAction : null }, now);
        return invitation.Part is null ? null : await Held(db, place, words["Your next session: {0}", Title(place)], invitation, now);
    }

    private Invited Invited(Registration place, SlotState state) => new(place.Person!, place.Session!, state, Role.RequiredParticipant, mail.JoinLink(place, place.Person!));

    private async Task<ComposedMail> Held(SessionsDb db, Registration place, string heading, CarriedInvitation invitation, Instant now)
    {
        return Mail(place, heading,
        [
            .. mail.Head(place.Session!, heading),
            .. mail.Joining(place.Session!, mail.JoinLink(place, place.Person!)),
            .. await Speaking(db, place),
            .. mail.Dates(invitation),
            .. mail.Clocks(place.Session!, now),
            .. mail.Questions(place, await QuestionRows.Open(db, place)),
            mail.Foot(place.Person!, (words["Cannot come? {0}: the next person on the list gets it."], words["Give up your place"])),
        ], invitation);
    }

    private async Task<ComposedMail> Waiting(SessionsDb db, Registration place, Instant now)
    {
        var ahead = await db.Registrations.CountAsync(r => r.SessionId == place.SessionId && r.State == RegistrationState.Waitlisted && r.Order < place.Order);
        var heading = (string)words["You are on the waiting list: {0}", Title(place)];
        return Mail(place, heading,
        [
            .. mail.Head(place.Session!, heading),
            new MailBlock.Paragraph(MailText.Strong(ahead == 0 ? words["You are the first in the line."] : words["You are number {0} in the line.", ahead + 1])),
            new MailBlock.Paragraph((string)words["All places are taken. When one comes free it goes to the first in the line, and the mail that tells you brings the entry for your calendar."]),
            .. mail.Clocks(place.Session!, now),
            .. mail.Questions(place, await QuestionRows.Open(db, place)),
            mail.Foot(place.Person!, (words["No longer interested? {0}: the line moves up."], words["Leave the waiting list"]), mail.JoinLink(place, place.Person!)),
        ], await Emptied(db, place, now)) with
        { Says = RegistrationMail.Waitlisted };
    }

    /// <summary>They may have said yes again in their calendar, where the entry still stands: who waits has none.</summary>
    private Task<CarriedInvitation> Emptied(SessionsDb db, Registration place, Instant now) => invitations.Bring(db, Invited(place, SlotState.Left), now);

    /// <summary>The entry asks too, where its answer is read; else it comes with their yes.</summary>
    private async Task<ComposedMail> Offered(SessionsDb db, Registration place, bool isEnding, Instant now)
    {
        var invitation = isEnding ? CarriedInvitation.Nothing : await invitations.Ask(db, Invited(place, SlotState.Held) with { Again = true }, now);
        var (zone, ends) = (place.Session!.When.Zone, place.OfferEndsAt!.Value);
        var heading = (string)(isEnding ? words["Still yours for a while: {0}", Title(place)] : words["A place came free. Do you want it? {0}", Title(place)]);
        return Mail(place, heading,
        [
            .. mail.Head(place.Session, heading),
            new MailBlock.Paragraph(MailText.Strong(words["It is kept for you until {0}, {1} ({2}).", WhenText.Day(ends.InZone(SessionClock.Zone(zone)).Date), WhenText.Time(ends, zone), WhenText.Zone(ends, zone)])),
            new MailBlock.Button(words["Yes or no"], MailLink.Secret(mail.JoinLink(place, place.Person!))),
            new MailBlock.Quiet((string)(invitation.Part is null ? words["No answer is a no: then it goes to the next in the line."]
                : words["Or answer in your calendar. No answer is a no: then it goes to the next in the line."])),
            .. mail.Clocks(place.Session, now),
            mail.Foot(place.Person!, null),
        ], invitation);
    }

    private async Task<ComposedMail> Lapsed(SessionsDb db, Registration place, Instant now)
    {
        var heading = (string)words["The offer is over: {0}", Title(place)];
        return Mail(place, heading,
        [
            .. mail.Head(place.Session!, heading),
            new MailBlock.Paragraph((string)words["No answer came in time, and the place went to the next in the line. If you still want to come, sign up again on the session's page."]),
            new MailBlock.Button(words["The session's page"], MailLink.Open(mail.Page(place.Session!))),
            mail.Foot(place.Person!, null),
        ], await Emptied(db, place, now));
    }

    /// <summary>They know; only their calendar does not, where the offer stood in it.</summary>
    private async Task<ComposedMail?> PassedOn(SessionsDb db, Registration place, Instant now)
    {
        var invitation = await Emptied(db, place, now);
        if (invitation.Part is null) return null;
        var heading = (string)words["You passed the place on: {0}", Title(place)];
        return Mail(place, heading,
        [
            .. mail.Head(place.Session!, heading),
            new MailBlock.Paragraph((string)words["It goes to the next in the line, and the entry that asked you leaves your calendar."]),
            mail.Foot(place.Person!, null),
        ], invitation);
    }

    private async Task<ComposedMail?> Left(SessionsDb db, Registration place, bool isWithSeries, Instant now)
    {
        // The entry they have is the speaker's.
        if (await SpeakerRows.Speaks(db, place.SessionId, place.PersonId)) return null;
        var invitation = await Emptied(db, place, now);
        // The mail about the series said so already.
        if (invitation.Part is null && isWithSeries) return null;
        var heading = (string)(invitation.Together.Count > 0 ? words["You gave up {0} places: {1}", invitation.Together.Count, place.Session!.Series!.Name] : words["You gave up your place: {0}", Title(place)]);
        return Mail(place, heading,
        [
            .. invitation.Together.Count > 0 ? [new MailBlock.Heading(heading), .. mail.Together(invitation)] : mail.Head(place.Session!, heading),
            new MailBlock.Paragraph((string)words["You are no longer signed up, and the entry leaves your calendar. You may sign up again on the session's page."]),
            mail.Foot(place.Person!, null),
        ], invitation);
    }

    private async Task<IEnumerable<MailBlock>> Speaking(SessionsDb db, Registration place)
    {
        var names = await SpeakerNames(db, place.SessionId).ToListAsync();
        if (names.Count == 0) return [];
        var list = string.Join(", ", names);
        return [new MailBlock.Paragraph(MailText.Format("{0} {1}", MailText.Strong(words["Speaking:"]),
            place.Session!.SpeakersToBeConfirmed ? words["{0}. More are to be confirmed.", list].Value : $"{list}."))];
    }

    private ComposedMail Mail(Registration place, string heading, IReadOnlyList<MailBlock> blocks, CarriedInvitation invitation)
    {
        var subject = $"{heading}, {WhenText.Short(place.Session!.When.Start!.Value, place.Session.When.Zone)}";
        return new(subject, new(subject, blocks))
        {
            Calendar = invitation.Part,
            Follows = invitation.Follows,
            Identified = invitation.Identified,
            IsOfSeveral = invitation.Together.Count > 0,
            Unsubscribe = mail.Unsubscribe(place.Person!),
        };
    }

    private string Title(Registration place) => SessionTitle.Of(place.Session!, words);
}
