using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;

namespace Sessions.Workflows;

/// <summary>A proposal becomes a talk on the programme of a session; whoever brings it is asked as every speaker is.</summary>
public sealed class AcceptProposal
{
    private readonly Database _database;
    private readonly OutboxComposer _composer;
    private readonly TimeProvider _time;

    internal AcceptProposal(Database database, OutboxComposer composer, TimeProvider time) => (_database, _composer, _time) = (database, composer, time);

    /// <summary>Which mails would go, and how the speaker's looks; nothing is kept.</summary>
    public Task<Answer<ProposalAccepted, ProposalRefusal>> Preview(Actor who, Guid id, ProposalAcceptance to) => _database.Try<Answer<ProposalAccepted, ProposalRefusal>>(async (db, save) =>
    {
        var answer = await Act(db, who, id, to);
        if (answer.Value is not { } accepted) return answer;
        await save();
        var asked = db.Outbox.Local.FirstOrDefault(m => m.Kind == ProgrammeWriter.AskedKind && m.SubjectId == accepted.AppearanceId);
        var mail = asked is null ? null : await _composer.Compose(db, asked, _time.Now());
        return mail is null ? accepted : accepted with { Subject = mail.Subject, Look = MailLook.Of(mail.Body.Masked()) };
    });

    public Task<Answer<ProposalAccepted, ProposalRefusal>> Save(Actor who, Guid id, ProposalAcceptance to) => _database.Write(db => Act(db, who, id, to), RowLocks.Session(to.SessionId));

    private async Task<Answer<ProposalAccepted, ProposalRefusal>> Act(SessionsDb db, Actor who, Guid id, ProposalAcceptance to)
    {
        if (await ProposalRows.Find(db, who, id) is not { } proposal) return ProposalRefusal.NotFound;
        if (!proposal.IsOpen) return ProposalRefusal.Decided;
        var now = _time.Now();
        var session = await db.Sessions.Include(s => s.Series).FirstOrDefaultAsync(s => s.Id == to.SessionId);
        if (session is null || !who.May(People.Act.AskSpeaker, session.SeriesId) || session.IsCancelled || session.When.OverAt <= now) return ProposalRefusal.NoSession;
        var speaker = Speaker(proposal, to);
        if (speaker.No is { } no) return no;
        var appearance = await ProgrammeWriter.Add(db, session, speaker.Value!, now);
        if (db.Entry(appearance).State != EntityState.Added) return ProposalRefusal.AlreadyOnProgramme;
        appearance.Talk = new() { Title = proposal.Title, Abstract = proposal.About };
        if (proposal.Kind == ProposalKind.Talk) appearance.Person!.Links ??= proposal.Links;
        session.SpeakersToBeConfirmed = false;
        proposal.Accept(who.PersonId, appearance.Id, now);
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = session.SeriesId, SessionId = session.Id, Text = "Accepted a proposal" });
        return new ProposalAccepted(appearance.Id, OwedHere.In(db));
    }

    /// <summary>A talk is its sender's; for a topic the host says who speaks.</summary>
    private static Answer<LineSpeaker, ProposalRefusal> Speaker(Proposal proposal, ProposalAcceptance to)
    {
        var isTalk = proposal.Kind == ProposalKind.Talk;
        var name = TypedText.Line(to.Name) ?? (isTalk ? proposal.Name : null);
        var address = isTalk ? proposal.Person?.Address : TypedText.Line(to.Address);
        if (name is null && address is null) return ProposalRefusal.NameMissing;
        if (name?.Length > TalkForm.LongestName) return ProposalRefusal.NameTooLong;
        if (address is not null && !EmailAddress.TryParse(address, out _, out _)) return ProposalRefusal.NotAnAddress;
        return new LineSpeaker(name, address);
    }
}

/// <param name="Name">Of whoever speaks; of a talk empty is its sender's.</param>
/// <param name="Address">Of whoever speaks on a topic; a talk has its sender's.</param>
public sealed record ProposalAcceptance(Guid SessionId, string? Name = null, string? Address = null);

/// <param name="Mails">Exactly the rows that are, or would be, in the outbox.</param>
public sealed record ProposalAccepted(Guid AppearanceId, IReadOnlyList<OwedHere> Mails)
{
    /// <summary>Of the mail to the speaker; null where none goes.</summary>
    public string? Subject { get; init; }

    public MailLook? Look { get; init; }
}
