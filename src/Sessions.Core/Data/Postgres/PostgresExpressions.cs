using Sessions.Data.Search;

namespace Sessions.Data.Postgres;

/// <summary>tsquery: <c>'virtual':*A &amp; 'wards':*A</c>. Titles have the weight A, names B.</summary>
internal sealed class PostgresExpressions : MatchExpressions
{
    // Heads are the titles and names of Words once more: short, so that they stand in the row. Words stand aside (TOAST), and the index answers for them.
    public const string Sql = """
        SELECT "Key",
            8 * ("Heads" @@ {1}::tsquery)::int + 4 * ("Heads" @@ {2}::tsquery)::int
            + 2 * ("Key" IN (SELECT "Key" FROM search_sessions WHERE "Words" @@ {3}::tsquery))::int
            + 2 * ("Key" IN (SELECT "Key" FROM search_sessions WHERE "Words" @@ {4}::tsquery))::int + ("Heads" @@ {5}::tsquery)::int AS "Score"
        FROM search_sessions WHERE "Words" @@ {0}::tsquery
        """;

    public static readonly PostgresExpressions Instance = new();

    protected override string Join(IReadOnlyList<SearchWord> words, Place place) =>
        string.Join(" & ", words.Select(w => Word(w, place, w.IsWhole)));

    protected override string Phrase(IReadOnlyList<SearchWord> words, Place place) =>
        string.Join(" <-> ", words.Select((w, i) => Word(w, place, w.IsWhole || i < words.Count - 1)));

    private static string Word(SearchWord word, Place place, bool isWhole)
    {
        var marks = (isWhole ? "" : "*") + (place switch { Place.Titles => "A", Place.TitlesAndNames => "AB", _ => "" });
        return marks.Length == 0 ? $"'{word.Text}'" : $"'{word.Text}':{marks}";
    }
}
