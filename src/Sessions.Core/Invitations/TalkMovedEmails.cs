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

/// <summary>A talk went to another session: to its speaker, whose entry goes along, and to the people of the old session, who keep their place.</summary>
internal sealed class TalkMovedEmails(InvitationWriter invitations, SessionMail mail, SiteOptions site, StandingLinks links, IStringLocalizer<TalkMovedEmails> words) : IMailComposer
{
    public IReadOnlySet<string> Kinds { get; } = new HashSet<string> { ProgrammeWriter.MovedKind, RegistrationMail.TalkMoved };

    public async Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now)
    {
        var move = await db.TalkMoves.FirstOrDefaultAsync(m => m.Id == row.SubjectId);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Address != null && p.BlockedAt == null);
        if (move is null || person is null) return null;
        var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == move.AppearanceId && a.SessionId == move.ToSessionId);
        if (appearance is null or { State: AppearanceState.Declined }) return null;
        var (from, to) = (await Session(db, move.FromSessionId), await Session(db, move.ToSessionId));
        if (to is not { IsCancelled: false, When.IsDated: true }) return null;
        return row.Kind == ProgrammeWriter.MovedKind ? await ToSpeaker(db, person, appearance, from, to, now) : await ToAttendee(db, person, appearance, from, to, move.Asks);
    }

    private async Task<ComposedMail?> ToSpeaker(SessionsDb db, Person person, Appearance appearance, Session from, Session to, Instant now)
    {
        var link = site.Link(links.Path(appearance, person));
        // Who has an entry for the new session already keeps that one, whole days have none, and the old one has to go.
        var entries = await db.CalendarEntries.Where(e => e.PersonId == person.Id && e.SessionId == to.Id).ToListAsync();
        var leaves = to.When.Start is null || entries.Exists(e => e.Told is { State: SlotState.Held });
        var invitation = leaves && from.When.Start is null ? CarriedInvitation.Nothing
            : leaves ? await invitations.Bring(db, new(person, from, SlotState.Left, Role.Chair, ""), now)
            : await invitations.Bring(db, new(person, to, SlotState.Held, Role.Chair, link) { Again = true, Formerly = from.Id, Answer = SpeakerAnswer.Of(appearance) }, now);
        var heading = (string)words["Your talk moved: {0}", SessionTitle.Of(to, words)];
        return Mail(person, heading, to,
        [
            .. mail.Head(to, heading, from.When.Start is { } start ? words["Before: {0}", WhenText.Hours(start, from.When.End!.Value, from.When.Zone)].Value : null),
            new MailBlock.Paragraph((string)words["What you handed in went along. The link to your page is the same."]),
            new MailBlock.Button(words["Your page for this talk"], MailLink.Secret(link)),
            .. mail.Clocks(to, now),
            mail.Foot(person, null),
        ]) with
        { Calendar = invitation.Part, Follows = invitation.Follows, Identified = invitation.Identified };
    }

    private async Task<ComposedMail?> ToAttendee(SessionsDb db, Person person, Appearance appearance, Session from, Session to, bool asks)
    {
        if (!await db.Registrations.AnyAsync(r => r.SessionId == from.Id && r.PersonId == person.Id && r.State != RegistrationState.Withdrawn)) return null;
        var comes = await db.Registrations.AnyAsync(r => r.SessionId == to.Id && r.PersonId == person.Id && r.State != RegistrationState.Withdrawn);
        var who = Appearance.IsCertain(appearance.State, appearance.Person!.Name) ? appearance.Person.Name! : (string)words["A speaker"];
        var heading = (string)((appearance.Talk.Title ?? to.Title) is { } title ? words["{0} speaks on another day: {1}", who, title] : words["{0} speaks on another day", who]);
        var isPublic = to is { PublishedAt: not null, Series.PublishedAt: not null };
        List<MailBlock> blocks =
        [
            .. mail.Head(to, heading, from.When.Start is { } start ? words["Before: {0}", WhenText.Hours(start, from.When.End!.Value, from.When.Zone)].Value : null),
            new MailBlock.Paragraph((string)(comes ? words["You have a place there already. The session of the old day goes on without this talk, and your place in it stays."]
                : words["The session of the old day goes on without this talk, and your place in it stays."])),
        ];
        if (isPublic && !comes)
        {
            if (asks) blocks.Add(new MailBlock.Paragraph((string)words["Do you want to come there too, or instead? Sign up on its page; your old place you give up below."]));
            blocks.Add(new MailBlock.Button(asks ? words["Sign up for the new day"] : words["See the new day"], MailLink.Open(site.Link(SessionTitle.Path(to)))));
        }
        blocks.Add(mail.Foot(person, (words["Rather not come to the old day? {0}: the next person on the list gets it."], words["Give up your place"])));
        return Mail(person, heading, to, blocks);
    }

    private static Task<Session> Session(SessionsDb db, Guid id) => db.Sessions.Include(s => s.Series).SingleAsync(s => s.Id == id);

    private ComposedMail Mail(Person person, string heading, Session session, IReadOnlyList<MailBlock> blocks)
    {
        var subject = $"{heading}, {WhenText.Short(session.When)}";
        return new(subject, new(subject, blocks)) { Unsubscribe = mail.Unsubscribe(person), AboutId = session.Id };
    }
}
