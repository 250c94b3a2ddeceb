using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>When a page says something else although nobody changed anything.</summary>
public static class Freshness
{
    /// <summary>The first moment after <paramref name="now"/> at which one of these begins or is over; null if none does.</summary>
    public static Instant? Until(Instant now, IEnumerable<SessionTime> times) => times
        .SelectMany(t => new[] { t.Start, t.OverAt })
        .Where(moment => moment > now)
        .Min();

    public static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;
}
