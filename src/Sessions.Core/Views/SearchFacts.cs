using NodaTime;

namespace Sessions.Views;

/// <summary>What a found session must have.</summary>
public enum SearchHas
{
    Recording = 1,
    WriteUp = 2,
    Resources = 3,
}

/// <summary>A question to the archive, as its address says it.</summary>
/// <param name="Words">As typed; null or blank finds whatever passes the filters.</param>
/// <param name="Series">Slug.</param>
/// <param name="Page">From 1.</param>
public sealed record SearchAsk(string? Words = null, string? Series = null, int? Year = null, SearchHas? Has = null, int Page = 1)
{
    /// <summary>Characters; more is not looked for.</summary>
    public const int LongestWords = Data.Search.SearchQuery.LongestText;

    public const int MostWords = Data.Search.SearchQuery.MostWords;

    public bool IsAsked => HasWords || IsFiltered;

    public bool HasWords => !string.IsNullOrWhiteSpace(Words);

    public bool IsFiltered => Series is not null || Year is not null || Has is not null;
}

/// <param name="Corrected">What was looked for instead, because nothing holds the words as typed.</param>
/// <param name="IsTooLong">Nothing was looked for.</param>
/// <param name="Total">How many sessions are found under all filters.</param>
/// <param name="Near">Found by some of the words, or by words like them; no answer to what was asked.</param>
/// <param name="ValidUntil">When one of the sessions begins or ends.</param>
public sealed record SearchFacts(
    SearchAsk Ask,
    string? Corrected,
    bool IsTooLong,
    int Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyList<SearchHit> Near,
    SearchCounts Counts,
    bool HasMore,
    Instant? ValidUntil);

/// <summary>How many would be found with each filter, the other filters as they are.</summary>
/// <param name="Unfiltered">With no filter at all.</param>
public sealed record SearchCounts(
    int Unfiltered,
    int Any,
    int Recordings,
    int WriteUps,
    int Resources,
    IReadOnlyList<SearchSeries> Series,
    IReadOnlyList<SearchYear> Years)
{
    public static readonly SearchCounts None = new(0, 0, 0, 0, 0, [], []);
}

public sealed record SearchSeries(string Slug, string Name, int Count);

public sealed record SearchYear(int Year, int Count);

/// <param name="Title">Title, or the theme in its place; empty when the session has neither.</param>
/// <param name="Reasons">Where else the words stand, at most three.</param>
public sealed record SearchHit(ListedSession Session, bool IsOver, IReadOnlyList<SearchPiece> Title, IReadOnlyList<SearchPiece> Series, IReadOnlyList<SearchReason> Reasons);

public enum SearchPlace
{
    Speaker = 1,
    Talk = 2,
    Theme = 3,
    Resource = 4,
    Recording = 5,
    WriteUp = 6,
    Announcement = 7,

    /// <summary>In a recording; the path leads to that second of it.</summary>
    Said = 8,
}

/// <param name="Path">Of a page about it on this site.</param>
public sealed record SearchReason(SearchPlace Place, IReadOnlyList<SearchPiece> Pieces, string? Path = null);

/// <summary>A piece of a text as it was written; not yet HTML.</summary>
public sealed record SearchPiece(string Text, bool IsMatch);
