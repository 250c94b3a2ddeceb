namespace Sessions.Mail;

/// <summary>Connections waiting for the next message; the one used last goes out first, the idle ones are closed.</summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    private readonly List<(SmtpSession Session, long Since)> _waiting = [];
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _idleLimit;
    private readonly ITimer _sweep;

    public SmtpPool(TimeSpan idleLimit, TimeProvider time)
    {
        _time = time;
        _idleLimit = idleLimit;
        _sweep = time.CreateTimer(_ => _ = CloseAsync(TakeIdle()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public SmtpSession? Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 || IsIdle(_waiting[^1].Since))
                return null;
            var session = _waiting[^1].Session;
            _waiting.RemoveAt(_waiting.Count - 1);
            return session;
        }
    }

    public void Return(SmtpSession session)
    {
        lock (_lock)
            _waiting.Add((session, _time.GetTimestamp()));
        _sweep.Change(_idleLimit, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await CloseAsync(TakeAll(_ => true));
    }

    private List<SmtpSession> TakeIdle()
    {
        var idle = TakeAll(IsIdle);
        lock (_lock)
        {
            if (_waiting.Count > 0)
                _sweep.Change(_idleLimit, Timeout.InfiniteTimeSpan);
        }
        return idle;
    }

    private List<SmtpSession> TakeAll(Predicate<long> isDue)
    {
        lock (_lock)
        {
            var taken = _waiting.Where(entry => isDue(entry.Since)).Select(entry => entry.Session).ToList();
            _waiting.RemoveAll(entry => isDue(entry.Since));
            return taken;
        }
    }

    private bool IsIdle(long since) => _time.GetElapsedTime(since) >= _idleLimit;

    private static Task CloseAsync(List<SmtpSession> sessions) =>
        Task.WhenAll(sessions.Select(session => session.QuitAsync(CancellationToken.None)));
}
