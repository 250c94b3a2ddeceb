namespace Sessions.Tests.Support;

public sealed class FakeTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 5, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_delay_ends_when_the_clock_reaches_it_and_not_before()
    {
        var time = new FakeTime(Start);
        var delay = Task.Delay(TimeSpan.FromMinutes(10), time);

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.False(delay.IsCompleted);

        time.Advance(TimeSpan.FromMinutes(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(Start.AddMinutes(10), time.GetUtcNow());
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_every_period_passed()
    {
        var time = new FakeTime(Start);
        var fired = new List<DateTimeOffset>();
        using var timer = time.CreateTimer(_ => fired.Add(time.GetUtcNow()), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

        time.Advance(TimeSpan.FromMinutes(12));

        Assert.Equal([Start.AddMinutes(1), Start.AddMinutes(6), Start.AddMinutes(11)], fired);
    }
}
