using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers.Proposals;

namespace Sessions.Views;

/// <summary>What the public form and a sender's own page say.</summary>
public sealed class ProposalPages
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal ProposalPages(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <summary>Those that take proposals, as the home page orders them.</summary>
    public async Task<IReadOnlyList<ProposalSeries>> Open()
    {
        await using var db = _database.Read();
        return await Open(db).ToListAsync();
    }

    internal static IQueryable<ProposalSeries> Open(SessionsDb db) => db.Series.Where(s => s.PublishedAt != null && s.EndedAt == null && s.Terms.TakesProposals)
        .OrderBy(s => s.IsSample).ThenBy(s => s.CreatedAt).Select(s => new ProposalSeries(s.Id, s.Slug, s.Name, s.Hue));

    /// <summary>Null for every link that is not open.</summary>
    public async Task<OwnProposal?> Own(string token)
    {
        await using var db = _database.Read();
        if (await ProposalRows.Open(db, _links, token) is not { } p) return null;
        var series = await db.Series.Where(s => s.Id == p.SeriesId).Select(s => s.Name).FirstOrDefaultAsync();
        var session = await db.Appearances.Where(a => a.Id == p.AppearanceId)
            .Join(db.Sessions.Where(s => s.PublishedAt != null && s.Series!.PublishedAt != null), a => a.SessionId, s => s.Id, (_, s) => new { s.Series!.Slug, Own = s.Slug }).FirstOrDefaultAsync();
        return new(p.Kind, p.State, series, p.Name, p.Title, p.About, p.Links, p.CreatedAt, session is null ? null : $"/series/{session.Slug}/{session.Own}");
    }
}

public sealed record ProposalSeries(Guid Id, string Slug, string Name, int Hue);

/// <param name="Series">Null is any.</param>
/// <param name="SessionPath">Where it is given; null until that is public.</param>
public sealed record OwnProposal(ProposalKind Kind, ProposalState State, string? Series, string? Name, string Title, string? About, string? Links, Instant SentAt, string? SessionPath);
