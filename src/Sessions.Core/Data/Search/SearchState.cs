namespace Sessions.Data.Search;

/// <summary>The one row that says how the index was made; an older way makes the next start build it anew.</summary>
internal sealed class SearchState
{
    /// <summary>Raise it when <see cref="Fold"/> or <see cref="SearchDocuments"/> write something else than before.</summary>
    public const int Current = 3;

    public int Id { get; init; } = 1;

    public required int Version { get; set; }
}
