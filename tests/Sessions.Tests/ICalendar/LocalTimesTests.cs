using NodaTime;
using Sessions.ICalendar;
using static Sessions.Tests.ICalendar.Samples;

namespace Sessions.Tests.ICalendar;

public class LocalTimesTests
{
    [Fact]
    public void A_weekly_hour_keeps_its_local_time_across_the_clock_change()
    {
        Assert.Equal(Instant.FromUtc(2020, 3, 26, 11, 0), new LocalDateTime(2020, 3, 26, 11, 0).ToInstant(London));
        Assert.Equal(Instant.FromUtc(2020, 4, 2, 10, 0), new LocalDateTime(2020, 4, 2, 11, 0).ToInstant(London));
    }

    [Fact]
    public void A_skipped_time_moves_forward_by_the_gap()
    {
        var time = new LocalDateTime(2020, 3, 29, 1, 30).InZone(London);

        Assert.Equal(new LocalDateTime(2020, 3, 29, 2, 30), time.LocalDateTime);
        Assert.Equal(Instant.FromUtc(2020, 3, 29, 1, 30), time.ToInstant());
    }

    [Fact]
    public void A_doubled_time_is_the_earlier() =>
        Assert.Equal(Instant.FromUtc(2020, 10, 25, 0, 30), new LocalDateTime(2020, 10, 25, 1, 30).ToInstant(London));
}
