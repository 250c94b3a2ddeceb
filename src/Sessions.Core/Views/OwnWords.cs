using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Speakers.Proposals;

namespace Sessions.Views;

/// <summary>What somebody proposed and agreed to, for that person alone.</summary>
internal static class OwnWords
{
    public static async Task<IReadOnlyList<OwnProposed>> Proposals(SessionsDb db, Guid id)
    {
        var rows = await db.Proposals.Where(p => p.PersonId == id).OrderBy(p => p.CreatedAt)
            .Select(p => new { Proposal = p, Series = db.Series.Where(s => s.Id == p.SeriesId).Select(s => s.Name).FirstOrDefault() }).ToListAsync();
        var letters = (await db.ProposalMessages.Where(m => db.Proposals.Any(p => p.Id == m.ProposalId && p.PersonId == id)).OrderBy(m => m.At)
            .Select(m => new { m.ProposalId, m.Text }).ToListAsync()).ToLookup(m => m.ProposalId, m => m.Text);
        return rows.ConvertAll(r => new OwnProposed(r.Proposal.Kind, r.Series, r.Proposal.Name, r.Proposal.Title, r.Proposal.About, r.Proposal.Links, r.Proposal.State, r.Proposal.CreatedAt, r.Proposal.Note, [.. letters[r.Proposal.Id]]));
    }

    public static async Task<IReadOnlyList<OwnReport>> Reports(SessionsDb db, string address) =>
        await db.Reports.Where(r => r.ReplyTo == address).OrderBy(r => r.CreatedAt).Select(r => new OwnReport(r.Kind, r.Words, r.Url, r.State, r.CreatedAt)).ToListAsync();

    /// <summary>Where resources name them: by their address in any field, in the sessions they speak in by their name too.</summary>
    public static async Task<IReadOnlyList<OwnResource>> Resources(SessionsDb db, Person person) =>
        [.. (await NamedRows.Of(db, person)).Select(r => new OwnResource(r.Title, r.Author, r.Contact, r.Credit, r.Source, r.CreatedAt))];

    public static async Task<IReadOnlyList<OwnSpeakerConsent>> Consents(SessionsDb db, Guid id) =>
        await db.Consents.Where(c => c.PersonId == id).OrderBy(c => c.At).ThenBy(c => c.Number)
            .Select(c => new OwnSpeakerConsent(c.To, c.IsGiven, c.Wording, c.At, c.ById != null, c.Note)).ToListAsync();
}

/// <param name="Note">Of the hosts.</param>
/// <param name="Letters">What the hosts wrote.</param>
public sealed record OwnProposed(ProposalKind Kind, string? Series, string? Name, string Title, string? About, string? Links, ProposalState State, Instant SentAt, string? Note, IReadOnlyList<string> Letters);

/// <summary>What somebody reported, or used, for as long as their address is kept with it.</summary>
public sealed record OwnReport(ReportKind Kind, string Words, string? Url, ReportState State, Instant SentAt);

/// <param name="Contact">Whom to ask for it.</param>
public sealed record OwnResource(string Title, string? Author, string? Contact, string? Credit, string? Source, Instant AddedAt);

/// <param name="IsGiven">False where they took it back.</param>
/// <param name="ByHost">A host wrote down what they were told.</param>
public sealed record OwnSpeakerConsent(ConsentTo To, bool IsGiven, string Wording, Instant At, bool ByHost, string? Note);
