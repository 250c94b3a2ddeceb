namespace Sessions.Data.Search;

/// <summary>A word of the index, and in how many sessions it stands: what misspelt words are told from.</summary>
internal sealed class SearchTerm
{
    /// <summary>A long write-up adds no more than this.</summary>
    public const int MostForSession = 1000;

    private const int Shortest = 3;

    public required string Term { get; init; }

    /// <summary>Backwards, so that words with the same ending lie beside each other.</summary>
    public required string Reversed { get; init; }

    public int Sessions { get; set; }

    /// <summary>Numbers and short words are never corrected.</summary>
    public static bool Counts(string word) => word.Length >= Shortest && !word.Any(char.IsAsciiDigit);

    public static string Reverse(string term)
    {
        var runes = term.EnumerateRunes().Reverse();
        return string.Concat(runes);
    }
}
