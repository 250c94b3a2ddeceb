using System.Globalization;

namespace Sessions.Data.Search;

/// <param name="IsWhole">Numbers and very short words are not beginnings of others.</param>
internal readonly record struct SearchWord(string Text, bool IsWhole)
{
    private const int ShortestBeginning = 3;

    public static SearchWord From(FoldedWord word) => new(word.Text, word.IsNumber || word.Text.Length < ShortestBeginning);

    public bool Fits(string folded) => IsWhole ? folded == Text : folded.StartsWith(Text, StringComparison.Ordinal);
}

/// <summary>What was asked, as folded words: letters and digits only, so nothing in it means anything to a database.</summary>
internal sealed record SearchQuery(IReadOnlyList<SearchWord> Words)
{
    public const int LongestText = 150;
    public const int MostWords = 12;

    /// <summary>Said, but not looked for while there are other words.</summary>
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to", "with", "about", "session", "sessions",
    };

    private static readonly HashSet<string> BeforeNumber = new(StringComparer.Ordinal) { "session", "number", "no", "nr" };

    /// <summary>Stands in the index for the number of a session: "session 41" is one word there, other than 41 anywhere else.</summary>
    public static string NumberWord(int number) => string.Create(CultureInfo.InvariantCulture, $"session{number}");

    /// <summary>Null for more than <see cref="LongestText"/> characters or <see cref="MostWords"/> words.</summary>
    public static SearchQuery? Parse(string text)
    {
        if (text.Length > LongestText) return null;
        var folded = Fold.Words(text);
        var words = new List<SearchWord>();
        for (var i = 0; i < folded.Count; i++)
        {
            var isCalled = i + 1 < folded.Count && folded[i + 1].IsNumber && BeforeNumber.Contains(folded[i].Text);
            var isHashed = folded[i].IsNumber && folded[i].Start > 0 && text[folded[i].Start - 1] == '#';
            if (isCalled) i++;
            words.Add((isCalled || isHashed) && int.TryParse(folded[i].Text, CultureInfo.InvariantCulture, out var number)
                ? new(NumberWord(number), IsWhole: true)
                : SearchWord.From(folded[i]));
        }
        var large = words.FindAll(w => !Small.Contains(w.Text));
        var kept = (large.Count > 0 ? large : words).Distinct().ToList();
        return kept.Count > MostWords ? null : new(kept);
    }
}

/// <param name="Key">Of the <see cref="SearchSession"/>.</param>
/// <param name="Score">Higher is better: words in the title before names before the rest, in one piece before scattered, whole before begun.</param>
internal sealed record SearchMatch(long Key, int Score);
