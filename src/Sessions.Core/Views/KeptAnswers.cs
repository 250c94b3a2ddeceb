using System.Collections.Concurrent;

namespace Sessions.Views;

/// <summary>
/// Answers about what the public pages say, kept until something they say changes: what a rush asks thousands of times in a second. What was not found is
/// asked again, so that nobody fills this with addresses that don't exist.
/// </summary>
internal sealed class KeptAnswers<TKey, TAnswer> where TKey : notnull where TAnswer : class
{
    private volatile Kept _kept = new(-1);

    /// <param name="version">As it was before the question: what a commit changes meanwhile is kept for nobody.</param>
    public async Task<TAnswer?> Get(long version, TKey key, Func<Task<TAnswer?>> ask)
    {
        var kept = _kept;
        if (kept.Version != version) _kept = kept = new(version);
        if (kept.Answers.TryGetValue(key, out var known)) return known;
        var answer = await ask();
        if (answer is not null) kept.Answers[key] = answer;
        return answer;
    }

    private sealed record Kept(long Version)
    {
        public ConcurrentDictionary<TKey, TAnswer> Answers { get; } = [];
    }
}
