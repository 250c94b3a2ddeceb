using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Speakers.Proposals;

/// <summary>What becomes of a proposal without a mail: taken up, noted on, taken back.</summary>
public sealed class ProposalService
{
    private readonly Database _database;
    private readonly StandingLinks _links;
    private readonly TimeProvider _time;

    internal ProposalService(Database database, StandingLinks links, TimeProvider time) => (_database, _links, _time) = (database, links, time);

    /// <summary>By whoever sent it, for as long as the hosts have not decided.</summary>
    public Task<ProposalRefusal?> Withdraw(string token) => _database.Write<ProposalRefusal?>(async db =>
    {
        if (await ProposalRows.Open(db, _links, token) is not { } proposal) return ProposalRefusal.LinkNotOpen;
        var now = _time.Now();
        proposal.Person!.Answered(now);
        if (proposal.State == ProposalState.Withdrawn) return null;
        if (!proposal.IsOpen) return ProposalRefusal.Decided;
        proposal.Withdraw(now);
        db.Add(new AuditEntry { At = now, ActorId = proposal.PersonId, SeriesId = proposal.SeriesId, Text = TypedText.Cut($"Withdrew the proposal “{proposal.Title}”", 500) });
        return null;
    });

    /// <summary>Somebody sees to it from now on, and talks with whoever sent it.</summary>
    public Task<ProposalRefusal?> Take(Actor who, Guid id) => On(who, id, (db, proposal, now) =>
    {
        if (!proposal.IsOpen) return ProposalRefusal.Decided;
        if (proposal.State == ProposalState.Talking && proposal.ById == who.PersonId) return null;
        proposal.Take(who.PersonId, now);
        ProposalRows.Note(db, who, proposal, now, "Sees to a proposal");
        return null;
    });

    /// <param name="note">For the hosts alone; empty takes it away.</param>
    public Task<ProposalRefusal?> SaveNote(Actor who, Guid id, string? note) => On(who, id, (db, proposal, now) =>
    {
        var text = TypedText.Lines(note);
        if (text?.Length > Proposal.LongestNote) return ProposalRefusal.TooLong;
        if (proposal.Note == text) return null;
        proposal.Note = text;
        ProposalRows.Note(db, who, proposal, now, "Noted something on a proposal");
        return null;
    });

    /// <summary>Takes a decision back of which no mail has left: whoever was put on a programme by it is off again.</summary>
    public Task<ProposalRefusal?> Reopen(Actor who, Guid id) => _database.Write<ProposalRefusal?>(async db =>
    {
        if (await ProposalRows.Find(db, who, id) is not { } proposal) return ProposalRefusal.NotFound;
        if (proposal.State is not (ProposalState.Declined or ProposalState.Accepted)) return ProposalRefusal.NotDecided;
        var mails = await ProposalRows.ToldBy(db, proposal);
        if (mails.Exists(m => m.MessageId is not null)) return ProposalRefusal.MailGone;
        foreach (var mail in mails) mail.Drop(null);
        if (await db.Appearances.FirstOrDefaultAsync(a => a.Id == proposal.AppearanceId) is { } appearance)
        {
            var series = await db.Sessions.Where(s => s.Id == appearance.SessionId).Select(s => s.SeriesId).SingleAsync();
            if (!who.May(Act.AskSpeaker, series)) return ProposalRefusal.NotFound;
            // Whoever said yes meanwhile, or handed something in, was told by another way.
            if (appearance.State == AppearanceState.Accepted || appearance.SavedAt is not null) return ProposalRefusal.MailGone;
            db.Remove(appearance);
        }

        var now = _time.Now();
        proposal.Reopen(who.PersonId, now);
        ProposalRows.Note(db, who, proposal, now, "Opened a proposal again");
        return null;
    });

    private Task<ProposalRefusal?> On(Actor who, Guid id, Func<SessionsDb, Proposal, Instant, ProposalRefusal?> act) => _database.Write(async db =>
        await ProposalRows.Find(db, who, id) is { } proposal ? act(db, proposal, _time.Now()) : ProposalRefusal.NotFound);
}
