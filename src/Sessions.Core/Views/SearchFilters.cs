using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Data.Search;

namespace Sessions.Views;

/// <summary>A row of the index that holds the words.</summary>
internal sealed class SearchFound
{
    public required SearchSession Row { get; init; }

    public required int Score { get; init; }
}

/// <summary>The filters of one question, and what each would leave.</summary>
internal sealed class SearchFilters
{
    private readonly SearchAsk _ask;
    private readonly Guid? _seriesId;

    private SearchFilters(SearchAsk ask, Guid? seriesId) => (_ask, _seriesId) = (ask, seriesId);

    /// <summary>A series that does not exist leaves nothing, as an empty one does.</summary>
    public static async Task<SearchFilters> Read(SessionsDb db, SearchAsk ask) => new(ask, ask.Series is not { } slug ? null
        : await db.Series.Where(s => s.Slug == slug && s.PublishedAt != null).Select(s => (Guid?)s.Id).FirstOrDefaultAsync() ?? Guid.Empty);

    public IQueryable<SearchFound> Apply(IQueryable<SearchFound> found)
    {
        if (_seriesId is { } seriesId) found = found.Where(f => f.Row.SeriesId == seriesId);
        if (_ask.Year is { } year) found = found.Where(f => f.Row.Year == year);
        return _ask.Has switch
        {
            SearchHas.Recording => found.Where(f => f.Row.HasRecording),
            SearchHas.WriteUp => found.Where(f => f.Row.HasWriteUp),
            SearchHas.Resources => found.Where(f => f.Row.HasResources),
            _ => found,
        };
    }

    /// <summary>All counts from one question, grouped by the database.</summary>
    public async Task<SearchCounts> Count(SessionsDb db, IQueryable<SearchFound> found)
    {
        var rows = await found.GroupBy(f => new { f.Row.SeriesId, f.Row.Year, f.Row.HasRecording, f.Row.HasWriteUp, f.Row.HasResources })
            .Select(g => new Group(g.Key.SeriesId, g.Key.Year, g.Key.HasRecording, g.Key.HasWriteUp, g.Key.HasResources, g.Count())).ToListAsync();
        var ids = rows.Select(r => r.SeriesId).Distinct().ToList();
        var names = await db.Series.Where(s => ids.Contains(s.Id)).OrderBy(s => s.IsSample).ThenBy(s => s.CreatedAt).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Slug, s.Name }).ToListAsync();
        var inSeriesAndYear = rows.FindAll(r => IsSeries(r) && IsYear(r));
        return new(rows.Sum(r => r.Count), inSeriesAndYear.Sum(r => r.Count), inSeriesAndYear.Where(r => r.HasRecording).Sum(r => r.Count),
            inSeriesAndYear.Where(r => r.HasWriteUp).Sum(r => r.Count), inSeriesAndYear.Where(r => r.HasResources).Sum(r => r.Count),
            [.. names.Select(s => new SearchSeries(s.Slug, s.Name, rows.Where(r => r.SeriesId == s.Id && IsYear(r) && Has(r)).Sum(r => r.Count))).Where(s => s.Count > 0 || s.Slug == _ask.Series)],
            [.. rows.Where(r => r.Year is not null && IsSeries(r) && Has(r)).GroupBy(r => r.Year!.Value).OrderByDescending(g => g.Key)
                .Select(g => new SearchYear(g.Key, g.Sum(r => r.Count)))]);
    }

    public int Total(SearchCounts counts) => _ask.Has switch
    {
        SearchHas.Recording => counts.Recordings,
        SearchHas.WriteUp => counts.WriteUps,
        SearchHas.Resources => counts.Resources,
        _ => counts.Any,
    };

    private bool IsSeries(Group row) => _seriesId is null || row.SeriesId == _seriesId;

    private bool IsYear(Group row) => _ask.Year is null || row.Year == _ask.Year;

    private bool Has(Group row) => _ask.Has switch
    {
        SearchHas.Recording => row.HasRecording,
        SearchHas.WriteUp => row.HasWriteUp,
        SearchHas.Resources => row.HasResources,
        _ => true,
    };

    private sealed record Group(Guid SeriesId, int? Year, bool HasRecording, bool HasWriteUp, bool HasResources, int Count);
}

internal static class SearchOrder
{
    /// <summary>The best first, then the latest; without a day last, on both databases.</summary>
    public static IQueryable<Guid> Best(this IQueryable<SearchFound> found) => found
        .OrderByDescending(f => f.Score).ThenByDescending(f => f.Row.SortDate != null).ThenByDescending(f => f.Row.SortDate)
        .ThenByDescending(f => f.Row.Number ?? 0).ThenBy(f => f.Row.SessionId).Select(f => f.Row.SessionId);
}
