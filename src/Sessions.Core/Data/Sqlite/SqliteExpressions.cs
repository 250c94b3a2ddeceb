using Sessions.Data.Search;

namespace Sessions.Data.Sqlite;

/// <summary>FTS5: <c>{Titles} : ("virtual" * AND "wards" *)</c>.</summary>
internal sealed class SqliteExpressions : MatchExpressions
{
    public const string Sql = """
        SELECT rowid AS "Key",
            8 * (rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH {1})) + 4 * (rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH {2}))
            + 2 * (rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH {3})) + 2 * (rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH {4}))
            + (rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH {5})) AS "Score"
        FROM search_words WHERE search_words MATCH {0}
        """;

    public static readonly SqliteExpressions Instance = new();

    protected override string Join(IReadOnlyList<SearchWord> words, Place place) =>
        $"{Columns(place)}({string.Join(" AND ", words.Select(w => $"\"{w.Text}\"{Star(w)}"))})";

    protected override string Phrase(IReadOnlyList<SearchWord> words, Place place) =>
        $"{Columns(place)}(\"{string.Join(' ', words.Select(w => w.Text))}\"{Star(words[^1])})";

    private static string Star(SearchWord word) => word.IsWhole ? "" : " *";

    private static string Columns(Place place) => place switch
    {
        Place.Titles => "{Titles} : ",
        Place.TitlesAndNames => "{Titles Names} : ",
        _ => "",
    };
}
