namespace Sessions.Tests.Support;

/// <summary>Waits for what happens beside the test, and fails when it never does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="patience">For what takes its time on a busy machine.</param>
    public static async Task Holds(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        using var end = new CancellationTokenSource(patience ?? Patience);
        while (!await condition())
            await Task.Delay(20, end.Token);
    }
}
