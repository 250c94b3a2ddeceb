using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.ICalendar;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.Registrations;

namespace Sessions.Invitations;

/// <summary>Takes an entry out of the calendar of an address that was put together with another one, which has it now.</summary>
internal sealed class MovedOverEmails(InvitationWriter invitations, SessionMail mail, IStringLocalizer<MovedOverEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.MovedOver };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == row.SubjectId);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null && p.MergedIntoId != null);
        if (session is not { IsCancelled: false, When.Start: not null } || person is null) return null;
        var kept = await db.People.Where(p => p.Id == person.MergedIntoId).Select(p => p.Address).FirstOrDefaultAsync();
        var invitation = await invitations.Bring(db, new(person, session, SlotState.Left, Role.RequiredParticipant, ""), now);
        if (invitation.Part is null || kept is null) return null;
        var heading = (string)words["Now at your other address: {0}", SessionTitle.Of(session, words)];
        var subject = $"{heading}, {WhenText.Short(session.When)}";
        return new(subject, new(subject,
        [
            .. mail.Head(session, heading),
            new MailBlock.Paragraph((string)words["The hosts put your two addresses together. Your place is kept under {0}, which gets the entry; here it leaves the calendar.", EmailAddress.Masked(kept) ?? ""]),
            new MailBlock.Paragraph((string)words["Is that not you? Answer this mail, and the hosts put it right."]),
        ]))
        {
            Calendar = invitation.Part,
            Follows = invitation.Follows,
            Identified = invitation.Identified,
        };
    }
}
