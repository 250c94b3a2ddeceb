using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Speakers;

namespace Sessions.Invitations;

/// <summary>Takes the entry out of the calendar of somebody who said no or was taken off the programme.</summary>
internal sealed class SpeakerReleasedEmails(InvitationWriter invitations, SessionMail mail, IStringLocalizer<SpeakerReleasedEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { ProgrammeWriter.ReleasedKind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == row.SubjectId);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null && p.BlockedAt == null);
        if (session is not { IsCancelled: false, When.IsDated: true } || person is null) return null;
        // Asked again, or in the session as an attendee: the mail that said so has put the entry right.
        if (await SpeakerRows.Speaks(db, session.Id, person.Id) || await db.Registrations.AnyAsync(r =>
            r.SessionId == session.Id && r.PersonId == person.Id && r.State == RegistrationState.Confirmed)) return null;
        var invitation = session.When.Start is null ? CarriedInvitation.Nothing : await invitations.Bring(db, new(person, session, SlotState.Left, Role.Chair, ""), now);
        // Nothing to take out of a calendar: whoever said no themselves knows it already.
        if (invitation.Part is null && (session.When.Start is not null || await db.Appearances.AnyAsync(a => a.SessionId == session.Id && a.PersonId == person.Id))) return null;
        var heading = (string)words["You are off the programme: {0}", SessionTitle.Of(session, words)];
        var subject = $"{heading}, {WhenText.Short(session.When)}";
        return new(subject, new(subject,
        [
            .. mail.Head(session, heading),
            new MailBlock.Paragraph((string)(invitation.Part is null ? words["Thank you for answering."] : words["The entry leaves your calendar by itself. Thank you for answering."])),
            mail.Foot(person, null),
        ]))
        {
            Calendar = invitation.Part,
            Follows = invitation.Follows,
            Identified = invitation.Identified,
            Unsubscribe = mail.Unsubscribe(person),
        };
    }
}
