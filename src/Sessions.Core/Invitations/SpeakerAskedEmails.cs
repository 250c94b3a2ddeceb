using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>The one mail a speaker gets, with the entry for their calendar.</summary>
internal sealed class SpeakerAskedEmails(InvitationWriter invitations, SessionMail mail, StandingLinks links, SiteOptions site, IStringLocalizer<SpeakerAskedEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { ProgrammeWriter.AskedKind };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        if (await SpeakerEmails.Facts(db, links, site, row.SubjectId, now) is not { } facts) return null;
        var person = await db.People.SingleAsync(p => p.Id == row.PersonId);
        if (person is not { BlockedAt: null, Address: not null }) return null;
        var session = await db.Sessions.Include(s => s.Series).SingleAsync(s => s.Id == row.SessionId);
        var invitation = session.When.Precision == Precision.Exact
            ? await invitations.Bring(db, new(person, session, SlotState.Held, Role.Chair, facts.Link) { Again = true, Answer = SpeakerAnswer.Of(await SpeakerRows.Of(db, session.Id, person.Id)) }, now)
            : CarriedInvitation.Nothing;
        return new(SpeakerEmails.Subject(facts, words), SpeakerEmails.Asked(facts, words))
        {
            FromName = facts.Series,
            Unsubscribe = mail.Unsubscribe(person),
            Calendar = invitation.Part,
            Follows = invitation.Follows,
            Identified = invitation.Identified,
        };
    }
}
