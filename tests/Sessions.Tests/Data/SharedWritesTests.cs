using Sessions.Data;

namespace Sessions.Tests.Data;

public sealed class SharedWritesTests
{
    private readonly List<(string Key, string Callers)> _writes = [];
    private readonly Dictionary<int, TaskCompletionSource> _held = [];
    private readonly List<Exception> _faults = [];

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
        // Of the shared write: the one of a caller alone is that caller's.
        Assert.Equal("no", Assert.Single(_faults).Message);
    }

    [Fact]
    public async Task After_a_shared_write_the_next_waits_for_as_many_callers()
    {
        var shared = Shared(most: 3, moment: TimeSpan.FromMinutes(10));
        await Two(shared);

        var four = shared.Share("a", 4);
        await Task.Delay(50);
        Assert.False(four.IsCompleted);
        var five = shared.Share("a", 5);

        Assert.Equal(("a: 4 5", "a: 4 5"), (await four, await five));
    }

    [Fact]
    public async Task It_waits_for_a_moment_only_and_then_nobody_waits_for_company()
    {
        var shared = Shared(most: 3);
        await Two(shared);

        Assert.Equal("a: 4", await shared.Share("a", 4));
        Assert.Equal("a: 5", await shared.Share("a", 5));
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
        }, 10, _faults.Add);

        await shared.Share("a", 1);

        Assert.Null(seen);
    }

    /// <summary>After one alone, two together.</summary>
    private async Task Two(SharedWrites<string, int, string> shared)
    {
        var first = Hold(1);
        var one = shared.Share("a", 1);
        await Eventually(1);
        var (two, three) = (shared.Share("a", 2), shared.Share("a", 3));
        first.SetResult();
        Assert.Equal(["a: 1", "a: 2 3", "a: 2 3"], await Task.WhenAll(one, two, three));
    }

    private SharedWrites<string, int, string> Shared(int most, TimeSpan? moment = null) => new(async (key, callers) =>
    {
        var words = $"{key}: {string.Join(' ', callers)}";
        lock (_writes) _writes.Add((key, words));
        foreach (var caller in callers)
            if (_held.TryGetValue(caller, out var held)) await held.Task;
        return callers.Contains(-1) ? throw new InvalidOperationException("no") : words;
    }, most, _faults.Add, moment);

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
