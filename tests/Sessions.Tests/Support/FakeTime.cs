namespace Sessions.Tests.Support;

/// <summary>A clock that stands still until the test moves it; timers and <c>Task.Delay</c> on it fire while it moves.</summary>
internal sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Moves forward through every timer due on the way, in the order of their due times, or backward without firing any.</summary>
    public void MoveTo(DateTimeOffset to)
    {
        while (NextDue(to) is { } timer)
            timer.Fire();
        lock (gate)
            now = to;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    private FakeTimer? NextDue(DateTimeOffset to)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= to).MinBy(timer => timer.Due);
            if (next is not null && next.Due > now)
                now = next.Due.Value;
            next?.Reschedule();
            return next;
        }
    }

    private sealed class FakeTimer(FakeTime time, Action fire) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset? Due { get; private set; }

        public void Fire() => fire();

        public void Reschedule() => Due = period > TimeSpan.Zero ? Due + period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Due = dueTime < TimeSpan.Zero ? null : time.GetUtcNow() + dueTime;
            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
