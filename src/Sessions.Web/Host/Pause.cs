namespace Sessions.Web.Host;

/// <summary>Runs an act once when calls have paused for a while.</summary>
public sealed class Pause(TimeProvider time, TimeSpan length, Action act) : IDisposable
{
    private ITimer? _timer;

    public void Again()
    {
        _timer?.Dispose();
        _timer = time.CreateTimer(_ => act(), null, length, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();
}
