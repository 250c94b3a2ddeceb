using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>Who changed what in a series and its sessions, the latest first.</summary>
public sealed class AuditTrail
{
    public const int PageSize = 50;

    private const int MostAtOnce = 200;

    private readonly Database _database;

    internal AuditTrail(Database database) => _database = database;

    /// <returns>Null when there is no such series, or none for this reader.</returns>
    public async Task<AuditTrailFacts?> Read(Actor who, string slug, AuditFilter filter)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name, s.Zone }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadHistory, series.Id)) return null;
        var all = db.Audit.Where(e => e.SeriesId == series.Id);
        var actors = await db.People.Where(p => all.Any(e => e.ActorId == p.Id)).OrderBy(p => p.Name ?? p.Address).Select(p => new AuditActor(p.Id, p.Name ?? p.Address ?? "")).ToListAsync();
        var found = all;
        found = filter.SessionId is { } session ? found.Where(e => e.SessionId == session) : found.Where(e => !e.IsPart);
        if (filter.ActorId is { } actor) found = found.Where(e => e.ActorId == actor);
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var words = filter.Words.Trim().ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
            found = found.Where(e => EF.Functions.Like(e.Text.ToLower(), $"%{words}%", "\\"));
        }
        var lines = await found.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, MostAtOnce))
            .Select(e => new AuditLine(e.At, db.People.Where(p => p.Id == e.ActorId).Select(p => p.Name ?? p.Address).FirstOrDefault(), e.Text, e.SessionId,
                db.Sessions.Where(s => s.Id == e.SessionId).Select(s => s.Number).FirstOrDefault(), db.Sessions.Where(s => s.Id == e.SessionId).Select(s => s.Title).FirstOrDefault())).ToListAsync();
        return new(series.Name, series.Zone, actors, lines, await found.CountAsync());
    }
}

/// <param name="Words">A part of what was done.</param>
public sealed record AuditFilter(Guid? SessionId = null, Guid? ActorId = null, string? Words = null, int Skip = 0, int Take = AuditTrail.PageSize);

/// <param name="Zone">IANA name, of the series.</param>
/// <param name="Total">Of all pages.</param>
public sealed record AuditTrailFacts(string Series, string Zone, IReadOnlyList<AuditActor> Actors, IReadOnlyList<AuditLine> Lines, int Total);

public sealed record AuditActor(Guid Id, string Name);

/// <param name="By">Null where the software acted by itself.</param>
public sealed record AuditLine(Instant At, string? By, string Text, Guid? SessionId, int? SessionNumber, string? SessionTitle);
