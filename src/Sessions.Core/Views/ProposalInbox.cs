using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers.Proposals;

namespace Sessions.Views;

/// <summary>Talks that were offered and topics that were suggested, for the hosts they are for.</summary>
public sealed class ProposalInbox
{
    public const int PageSize = 50;

    private const int MostSessions = 100;
    private const int MostWords = 10;

    private readonly Database _database;

    internal ProposalInbox(Database database) => _database = database;

    /// <summary>Latest first; empty for those who may see none.</summary>
    public async Task<FoundProposals> Find(Actor who, ProposalFilter filter)
    {
        await using var db = _database.Read();
        var found = Matching(db.Proposals.VisibleTo(who), filter);
        var counts = await found.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        if (filter.State is { } state) found = found.Where(p => p.State == state);
        var page = found.OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id).Skip(Math.Max(0, filter.Skip)).Take(PageSize);
        return new(filter.State is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(), await Lines(db, page).ToListAsync(), counts);
    }

    /// <summary>Null where there is none, or none for this reader.</summary>
    public async Task<ProposalFacts?> Read(Actor who, Guid id, Instant now)
    {
        await using var db = _database.Read();
        if (await ProposalRows.Find(db, who, id) is not { } p) return null;
        var line = await Lines(db, db.Proposals.Where(x => x.Id == id)).SingleAsync();
        var messages = await db.ProposalMessages.Where(m => m.ProposalId == id).OrderBy(m => m.At).ThenBy(m => m.Id)
            .Select(m => new ProposalLetter(db.People.Where(x => x.Id == m.ById).Select(x => x.Name ?? x.Address).FirstOrDefault(), m.Text, m.IsDecline, m.At)).ToListAsync();
        var session = await db.Appearances.Where(a => a.Id == p.AppearanceId).Select(a => (Guid?)a.SessionId).FirstOrDefaultAsync();
        var mayReopen = p.State is ProposalState.Declined or ProposalState.Accepted && (await ProposalRows.ToldBy(db, p)).TrueForAll(m => m.MessageId is null);
        var hosted = await db.ListHosted(db.HostedBy(who).Where(s => s.CancelledAt == null && (p.SeriesId == null || s.SeriesId == p.SeriesId)).MaybeAhead(now).Soonest().Take(MostSessions));
        return new(line, p.SeriesId, p.About, p.Links, p.Note, p.Person is { Address: not null, BlockedAt: null }, messages, session, mayReopen,
            p.IsOpen ? [.. hosted.Where(s => who.May(Act.AskSpeaker, s.SeriesId) && !s.IsOver(now))] : []);
    }

    internal static Task<int> New(SessionsDb db, Actor who) => db.Proposals.VisibleTo(who).CountAsync(p => p.State == ProposalState.New);

    private static IQueryable<Proposal> Matching(IQueryable<Proposal> proposals, ProposalFilter filter)
    {
        if (filter.SeriesId is { } series) proposals = proposals.Where(p => p.SeriesId == series);
        foreach (var word in (TypedText.Line(filter.Words) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var low = word.ToLowerInvariant();
#pragma warning disable CA1862 // The database compares.
            proposals = proposals.Where(p => p.Title.ToLower().Contains(low) || p.Title.Contains(word) || p.About!.ToLower().Contains(low) || p.Name!.ToLower().Contains(low) || p.Person!.Address!.Contains(low));
#pragma warning restore CA1862
        }
        return proposals;
    }

    private static IQueryable<ProposalLine> Lines(SessionsDb db, IQueryable<Proposal> proposals) => proposals.Select(p => new ProposalLine(p.Id, p.Kind, p.Title,
        db.Series.Where(s => s.Id == p.SeriesId).Select(s => s.Name).FirstOrDefault(), p.Name, p.Person!.Address, p.State, p.CreatedAt, p.StateSince,
        db.People.Where(x => x.Id == p.ById).Select(x => x.Name ?? x.Address).FirstOrDefault()));
}

/// <param name="Words">Each of them in the title, in what it is about, in a name or an address.</param>
public sealed record ProposalFilter(ProposalState? State = null, Guid? SeriesId = null, string? Words = null, int Skip = 0);

/// <param name="Count">On all pages.</param>
/// <param name="Counts">Of each state, whichever is asked for.</param>
public sealed record FoundProposals(int Count, IReadOnlyList<ProposalLine> Proposals, IReadOnlyDictionary<ProposalState, int> Counts);

/// <param name="Series">Null is any.</param>
/// <param name="By">The host who sees to it.</param>
public sealed record ProposalLine(Guid Id, ProposalKind Kind, string Title, string? Series, string? Name, string? Address, ProposalState State, Instant SentAt, Instant? StateSince, string? By);

/// <param name="MayWrite">There is an address that takes mail.</param>
/// <param name="SessionId">Where it is on the programme.</param>
/// <param name="MayReopen">Decided, and nobody was told.</param>
/// <param name="Sessions">Those it could go to, soonest first.</param>
public sealed record ProposalFacts(ProposalLine Line, Guid? SeriesId, string? About, string? Links, string? Note, bool MayWrite, IReadOnlyList<ProposalLetter> Letters, Guid? SessionId, bool MayReopen,
    IReadOnlyList<HostedSession> Sessions);

/// <param name="By">The host who wrote.</param>
public sealed record ProposalLetter(string? By, string Text, bool IsDecline, Instant At);
