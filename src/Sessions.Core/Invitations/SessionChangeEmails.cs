using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>A session moved or does not take place: to everybody in it, each calendar brought up to date.</summary>
internal sealed class SessionChangeEmails(InvitationWriter invitations, SessionMail mail, SiteOptions site, StandingLinks links, IStringLocalizer<SessionChangeEmails> words)
    : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { RegistrationMail.Moved, RegistrationMail.Cancelled };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == row.SubjectId);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null && p.BlockedAt == null);
        if (session is null || person is null) return null;
        var appearance = await SpeakerRows.Of(db, session.Id, person.Id);
        var place = await db.Registrations.FirstOrDefaultAsync(r => r.SessionId == session.Id && r.PersonId == person.Id && r.State != RegistrationState.Withdrawn);
        if (appearance is null && place is null) return null;
        var isWaiting = appearance is null && place!.State is RegistrationState.Waitlisted or RegistrationState.Offered;
        // What changed with this and other dates was told at once, and those that go on come by themselves.
        if (appearance is null && place!.StandingId is not null && (session.IsCancelled ? await RecurringRows.WasCancelled(db, person.Id, session.Id) : await RecurringRows.IsFollowed(db, place))) return null;
        var invited = new Invited(person, session, session.IsCancelled ? SlotState.Cancelled : SlotState.Held,
            appearance is null ? Role.RequiredParticipant : Role.Chair,
            appearance is null ? mail.JoinLink(place!, person) : site.Link(links.Path(appearance, person)))
        { Answer = SpeakerAnswer.Of(appearance) };
        var invitation = session.When.Start is null || place is { State: RegistrationState.Waitlisted } && appearance is null ? CarriedInvitation.Nothing
            : isWaiting && !session.IsCancelled ? await invitations.Ask(db, invited, now) : await invitations.Bring(db, invited, now);
        if (invitation.Together.Count > 0) return Together(invited, invitation);
        // Whoever heard the new hour already, with the confirmation or because the move was taken back, hears nothing.
        if (!isWaiting && invitation.Part is null && session is { IsCancelled: false, When.Start: not null }) return null;
        if (isWaiting && invitation.Part is null && !session.IsCancelled && (session.MovedFrom is null || place!.StateSince >= session.MovedAt)) return null;
        return session.IsCancelled ? Cancelled(invited, invitation) : Moved(invited, invitation, isWaiting, now);
    }

    private ComposedMail Moved(Invited invited, CarriedInvitation invitation, bool isWaiting, Instant now)
    {
        var session = invited.Session;
        var before = Before(session, invitation.Before);
        var heading = (string)words[(before, session.When.Start, invitation.Before) switch
        {
            (not null, _, _) => "New time: {0}",
            (_, null, _) => "Changed: {0}",
            (_, _, null) when !isWaiting => "The hour is set: {0}",
            _ => "New place: {0}",
        }, SessionTitle.Of(session, words)];
        var lineAbove = before is var (start, end) ? words["Before: {0}", WhenText.Hours(start, end, session.When.Zone)].Value : null;
        return Mail(invited, heading,
        [
            .. mail.Head(session, heading, lineAbove),
            .. Way(invited, isWaiting),
            .. Follows(invitation),
            .. mail.Clocks(session, now),
            mail.Foot(invited.Person, invited.Role == Role.Chair || isWaiting
                ? null
                : (words["Cannot come any more? {0}: the next person on the list gets it."], words["Give up your place"])),
        ], invitation);
    }

    /// <summary>The hours this person was told, whatever happened in between; null where they are the same still.</summary>
    private static (Instant Start, Instant End)? Before(Session session, ToldSlot? told)
    {
        if (session.When is not { Start: { } start, End: { } end }) return null;
        if (told is not null) return (told.Start, told.End) == (start, end) ? null : (told.Start, told.End);
        if (session.MovedFrom is not { } from) return null;
        var before = SessionClock.InZone(from, session.When.Zone);
        return (before, before + (end - start));
    }

    /// <summary>Several dates of a series at once.</summary>
    private ComposedMail Together(Invited invited, CarriedInvitation invitation)
    {
        var series = invited.Session.Series!;
        var heading = (string)(invitation.Together.All(c => c.State == SlotState.Cancelled) ? words["{0} dates do not take place: {1}", invitation.Together.Count, series.Name]
            : words["{0} dates changed: {1}", invitation.Together.Count, series.Name]);
        List<MailBlock> blocks = [new MailBlock.Kicker(series.Hashtag ?? series.Name), new MailBlock.Heading(heading), .. mail.Together(invitation)];
        if (invited.Session.CancelledBecause is { Length: > 0 } because) blocks.Add(new MailBlock.Paragraph(because));
        blocks.Add(mail.Foot(invited.Person, (words["Rather not come any more? {0}: what is to come is given up."], words["Leave the series"])));
        return Mail(invited, heading, blocks, invitation);
    }

    private ComposedMail Cancelled(Invited invited, CarriedInvitation invitation)
    {
        var heading = (string)words["Cancelled: {0}", SessionTitle.Of(invited.Session, words)];
        List<MailBlock> blocks =
        [
            .. mail.Head(invited.Session, heading),
            new MailBlock.Paragraph((string)(invitation.Part is null ? words["This session does not take place."] : words["This session does not take place. The entry leaves your calendar by itself."])),
        ];
        if (invited.Session.CancelledBecause is { Length: > 0 } because) blocks.Add(new MailBlock.Paragraph(because));
        blocks.Add(mail.Foot(invited.Person, null));
        return Mail(invited, heading, blocks, invitation);
    }

    private IEnumerable<MailBlock> Follows(CarriedInvitation invitation) => invitation.ComesByItself
        ? [new MailBlock.Paragraph((string)words["The old date leaves your calendar with this mail, and the new one comes with the next, as an entry of its own."])] : [];

    private IEnumerable<MailBlock> Way(Invited invited, bool isWaiting)
    {
        if (isWaiting) return [new MailBlock.Paragraph((string)words["You are still on the waiting list, or have an offer to answer."])];
        return invited.Role == Role.Chair
            ? [new MailBlock.Button(words["Your page for this talk"], MailLink.Secret(invited.Link))]
            : mail.Joining(invited.Session, invited.Link);
    }

    private ComposedMail Mail(Invited invited, string heading, IReadOnlyList<MailBlock> blocks, CarriedInvitation invitation)
    {
        var subject = invitation.Together.Count > 0 ? heading : $"{heading}, {WhenText.Short(invited.Session.When)}";
        return new(subject, new(subject, blocks))
        {
            Calendar = invitation.Part,
            Follows = invitation.Follows,
            Identified = invitation.Identified,
            Says = invited.Session.IsCancelled ? RegistrationMail.Cancelled : RegistrationMail.Moved,
            IsOfSeveral = invitation.Together.Count > 0,
            Unsubscribe = mail.Unsubscribe(invited.Person),
        };
    }
}
