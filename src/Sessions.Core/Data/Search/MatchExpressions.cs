namespace Sessions.Data.Search;

/// <summary>
/// How a database writes its full-text questions. The same six are asked on each, and the score is counted from which of them
/// a row answers, so that both order alike (their own rankings do not).
/// </summary>
internal abstract class MatchExpressions
{
    /// <summary>Which rows match, then what scores 8, 4, 2, 2 and 1.</summary>
    public object[] For(SearchQuery query)
    {
        var words = query.Words;
        var whole = words.Select(w => w with { IsWhole = true }).ToList();
        return
        [
            Join(words, Place.Anywhere),
            Phrase(words, Place.Titles),
            Join(words, Place.Titles),
            Phrase(words, Place.Anywhere),
            Join(whole, Place.Anywhere),
            Join(words, Place.TitlesAndNames),
        ];
    }

    protected abstract string Join(IReadOnlyList<SearchWord> words, Place place);

    protected abstract string Phrase(IReadOnlyList<SearchWord> words, Place place);

    protected enum Place
    {
        Anywhere,
        Titles,
        TitlesAndNames,
    }
}
