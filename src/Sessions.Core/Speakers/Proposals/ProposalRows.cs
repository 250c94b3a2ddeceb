using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Speakers.Proposals;

/// <summary>Who sees which proposals, and what is owed because of them.</summary>
internal static class ProposalRows
{
    /// <summary>Those of own series, and those for any: whoever may ask speakers somewhere sees them.</summary>
    public static IQueryable<Proposal> VisibleTo(this IQueryable<Proposal> proposals, Actor who)
    {
        var (all, any, own) = (who.MayEverywhere(Act.AskSpeaker), who.May(Act.AskSpeaker), who.SeriesFor(Act.AskSpeaker));
        return proposals.Where(p => all || (p.SeriesId == null ? any : own.Contains(p.SeriesId.Value)));
    }

    /// <summary>With its person; null for those who may not see it.</summary>
    public static Task<Proposal?> Find(SessionsDb db, Actor who, Guid id) => db.Proposals.VisibleTo(who).Include(p => p.Person).FirstOrDefaultAsync(p => p.Id == id);

    /// <summary>Null for every link that is not open.</summary>
    public static async Task<Proposal?> Open(SessionsDb db, StandingLinks links, string? token)
    {
        if (StandingLinks.ClaimedId(token) is not { } id) return null;
        var proposal = await db.Proposals.Include(p => p.Person).FirstOrDefaultAsync(p => p.Id == id);
        return proposal?.Person is { } person && links.Fits(token!, LinkPurpose.Proposal, proposal.Id, person.LinkGeneration) ? proposal : null;
    }

    public static string Link(this StandingLinks links, Proposal proposal, Person person) =>
        "/my-offer/" + links.Token(LinkPurpose.Proposal, proposal.Id, person.LinkGeneration);

    /// <summary>A decision that was mailed can't be taken back.</summary>
    /// <returns>The mails that told of it or are about to.</returns>
    public static async Task<List<OutboxMessage>> ToldBy(SessionsDb db, Proposal proposal)
    {
        if (proposal.State == ProposalState.Declined)
        {
            var declines = await db.ProposalMessages.Where(m => m.ProposalId == proposal.Id && m.IsDecline).Select(m => m.Id).ToListAsync();
            return await db.Outbox.Where(m => m.Kind == ProposalMail.Declined && declines.Contains(m.SubjectId) && m.State != OutboxState.Dropped).ToListAsync();
        }
        return await db.Outbox.Where(m => m.SubjectId == proposal.AppearanceId && m.Kind == ProgrammeWriter.AskedKind && m.State != OutboxState.Dropped).ToListAsync();
    }

    /// <summary>Without its title: those are somebody's own words, and the history outlives them.</summary>
    public static void Note(SessionsDb db, Actor who, Proposal proposal, NodaTime.Instant now, string did) => db.Add(new AuditEntry
    {
        At = now,
        ActorId = who.PersonId,
        SeriesId = proposal.SeriesId,
        Text = did,
    });
}
