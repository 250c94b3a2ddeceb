using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Speakers.Proposals;

namespace Sessions.Workflows;

/// <summary>A host writes to whoever sent a proposal: a question, or a kind no. What they see first is what goes out.</summary>
public sealed class AnswerProposal
{
    private static readonly Duration MailLife = Duration.FromDays(5);

    private readonly Database _database;
    private readonly OutboxComposer _composer;
    private readonly TimeProvider _time;

    internal AnswerProposal(Database database, OutboxComposer composer, TimeProvider time) => (_database, _composer, _time) = (database, composer, time);

    /// <param name="isDecline">Says no with it.</param>
    public Task<Answer<ProposalMailAhead, ProposalRefusal>> Preview(Actor who, Guid id, string? text, bool isDecline) => _database.Rehearse<Answer<ProposalMailAhead, ProposalRefusal>>(async db =>
    {
        var now = _time.Now();
        if (await ProposalRows.Find(db, who, id) is not { } proposal) return ProposalRefusal.NotFound;
        if (Refuses(proposal, text, isDecline) is { } no) return no;
        if (TypedText.Lines(text) is not { } words) return new ProposalMailAhead(null, null, null);
        var owed = Owed(proposal, db.Add(Message(who, proposal, words, isDecline, now)).Entity, now);
        await db.Owe(owed, now);
        var mail = await _composer.Compose(db, db.Outbox.Local.Single(m => m.Key == owed.Key), now);
        return mail is null ? ProposalRefusal.NoAddress : new ProposalMailAhead(owed.Recipient, mail.Subject, MailLook.Of(mail.Body.Masked()));
    });

    /// <summary>A question or an answer; whoever writes sees to the proposal from then on.</summary>
    public Task<ProposalRefusal?> Write(Actor who, Guid id, string? text) => Act(who, id, text, isDecline: false);

    /// <param name="text">Empty sends no mail.</param>
    public Task<ProposalRefusal?> Decline(Actor who, Guid id, string? text) => Act(who, id, text, isDecline: true);

    private Task<ProposalRefusal?> Act(Actor who, Guid id, string? text, bool isDecline) => _database.Write<ProposalRefusal?>(async db =>
    {
        var now = _time.Now();
        if (await ProposalRows.Find(db, who, id) is not { } proposal) return ProposalRefusal.NotFound;
        if (Refuses(proposal, text, isDecline) is { } no) return no;
        if (TypedText.Lines(text) is { } words) await db.Owe(Owed(proposal, db.Add(Message(who, proposal, words, isDecline, now)).Entity, now), now);
        if (isDecline) proposal.Decline(who.PersonId, now);
        else if (proposal.IsOpen) proposal.Take(who.PersonId, now);
        ProposalRows.Note(db, who, proposal, now, isDecline ? "Declined a proposal" : "Wrote about a proposal");
        return null;
    });

    private static ProposalRefusal? Refuses(Proposal proposal, string? text, bool isDecline)
    {
        var words = TypedText.Lines(text);
        if (isDecline && !proposal.IsOpen) return ProposalRefusal.Decided;
        if (words is null) return isDecline ? null : ProposalRefusal.TextMissing;
        if (words.Length > ProposalMessage.LongestText) return ProposalRefusal.TooLong;
        return proposal.Person is { Address: not null, BlockedAt: null } ? null : ProposalRefusal.NoAddress;
    }

    private static ProposalMessage Message(Actor who, Proposal proposal, string text, bool isDecline, Instant now) =>
        new() { ProposalId = proposal.Id, ById = who.PersonId, Text = text, IsDecline = isDecline, At = now };

    private static OwedMail Owed(Proposal proposal, ProposalMessage message, Instant now) =>
        new($"proposal:{proposal.Id}:{message.Id}", message.IsDecline ? ProposalMail.Declined : ProposalMail.Message, message.Id, proposal.PersonId!.Value, proposal.Person!.Address!, now + MailLife)
        {
            SeriesId = proposal.SeriesId,
        };
}

/// <param name="Recipient">Null, as the rest, where no mail goes.</param>
/// <param name="Look">Secret links masked, as everywhere in the console.</param>
public sealed record ProposalMailAhead(string? Recipient, string? Subject, MailLook? Look);
