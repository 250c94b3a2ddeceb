using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Archive.Reports;

public sealed class ReportQueries
{
    /// <summary>Closed ones that the console still shows, latest first.</summary>
    private const int MostClosed = 50;

    private readonly Database _database;

    internal ReportQueries(Database database) => _database = database;

    /// <summary>Null where there is no such page.</summary>
    public async Task<ReportedPage?> Page(string series, string slug)
    {
        await using var db = _database.Read();
        return await ReportRows.Page(db, series, slug) is { } session
            ? new(series, slug, session.Series!.Name, session.Series.Hue, session.Number, session.Title, session.Theme, session.When, await ReportRows.Items(db, session.Id))
            : null;
    }

    /// <summary>Open ones first, oldest first; then those closed, latest first. Null for those who may not change the archive.</summary>
    public async Task<IReadOnlyList<ReportLine>?> Of(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        if (await db.EditableArchive(who, sessionId) is null) return null;
        var open = await db.Reports.Where(r => r.SessionId == sessionId && r.State == ReportState.New).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).ToListAsync();
        var closed = await db.Reports.Where(r => r.SessionId == sessionId && r.State != ReportState.New).OrderByDescending(r => r.ClosedAt).ThenBy(r => r.Id).Take(MostClosed).ToListAsync();
        if (open.Count + closed.Count == 0) return [];
        var titles = new Dictionary<Guid, (string? Title, bool IsShown)>();
        foreach (var r in await db.Recordings.Where(r => r.SessionId == sessionId).Select(r => new { r.Id, r.Title, File = r.File == null ? null : r.File.Name, r.TakenDownAt }).ToListAsync()) titles[r.Id] = (r.Title ?? r.File, r.TakenDownAt is null);
        foreach (var r in await db.Resources.Where(r => r.SessionId == sessionId).Select(r => new { r.Id, r.Title, r.TakenDownAt }).ToListAsync()) titles[r.Id] = (r.Title, r.TakenDownAt is null);
        return [.. open.Concat(closed).Select(r => Line(r, r.ItemId is { } id && titles.TryGetValue(id, out var item) ? item : null))];
    }

    private static ReportLine Line(Report report, (string? Title, bool IsShown)? item) =>
        new(report.Id, report.Kind, report.ItemId, item?.Title, report.Words, report.Url, report.ReplyTo, report.State, report.CreatedAt, report.ClosedAt, item is { IsShown: true } && report.Kind != ReportKind.Used && report.State == ReportState.New);
}

/// <summary>What a form about a public page shows.</summary>
public sealed record ReportedPage(string Series, string Slug, string SeriesName, int Hue, int? Number, string? Title, string? Theme, SessionTime When, IReadOnlyList<ReportedItem> Items)
{
    public string Path => $"/series/{Series}/{Slug}";
}

/// <param name="ItemTitle">Null for the page as a whole, a recording without a title, and what is gone.</param>
/// <param name="MayTakeDown">It is about one thing, and that is still shown.</param>
public sealed record ReportLine(Guid Id, ReportKind Kind, Guid? ItemId, string? ItemTitle, string Words, string? Url, string? ReplyTo, ReportState State, Instant CreatedAt, Instant? ClosedAt, bool MayTakeDown);
