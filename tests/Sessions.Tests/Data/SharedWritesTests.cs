using Sessions.Data;

namespace Sessions.Tests.Data;

public sealed class SharedWritesTests
{
    private readonly List<(string Key, string Callers)> _writes = [];
    private readonly Dictionary<int, TaskCompletionSource> _held = [];

    [Fact]
    public async Task Who_comes_while_one_writes_shares_the_next_write_in_the_order_of_coming()
    {
        var shared = Shared(most: 3);
        var first = Hold(1);
        var one = shared.Share("a", 1);
        await Eventually(1);
        var others = new[] { 2, 3, 4, 5 }.Select(caller => shared.Share("a", caller)).ToList();
        var elsewhere = shared.Share("b", 6);
        Assert.Equal("b: 6", await elsewhere);

        first.SetResult();

        Assert.Equal("a: 1", await one);
        Assert.Equal(["a: 2 3 4", "a: 2 3 4", "a: 2 3 4", "a: 5"], await Task.WhenAll(others));
        Assert.Equal("a: 7", await shared.Share("a", 7));
    }

    [Fact]
    public async Task A_caller_whose_write_fails_takes_nobody_along()
    {
        var shared = Shared(most: 10);
        var first = Hold(1);
        var one = shared.Share("a", 1);
        await Eventually(1);
        var (two, bad, three) = (shared.Share("a", 2), shared.Share("a", -1), shared.Share("a", 3));
        first.SetResult();

        await one;
        Assert.Equal(("a: 2", "a: 3"), (await two, await three));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
    }

    [Fact]
    public async Task Nothing_of_the_first_callers_context_is_seen_by_a_write_for_others()
    {
        var ambient = new AsyncLocal<string?> { Value = "mine" };
        string? seen = "never asked";
        var shared = new SharedWrites<string, int, bool>((_, _) =>
        {
            seen = ambient.Value;
            return Task.FromResult(true);
        }, 10);

        await shared.Share("a", 1);

        Assert.Null(seen);
    }

    private SharedWrites<string, int, string> Shared(int most) => new(async (key, callers) =>
    {
        var words = $"{key}: {string.Join(' ', callers)}";
        lock (_writes) _writes.Add((key, words));
        foreach (var caller in callers)
            if (_held.TryGetValue(caller, out var held)) await held.Task;
        return callers.Contains(-1) ? throw new InvalidOperationException("no") : words;
    }, most);

    private TaskCompletionSource Hold(int caller) => _held[caller] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Until so many writes have begun.</summary>
    private async Task Eventually(int writes)
    {
        while (true)
        {
            lock (_writes)
                if (_writes.Count >= writes) return;
            await Task.Delay(5);
        }
    }
}
