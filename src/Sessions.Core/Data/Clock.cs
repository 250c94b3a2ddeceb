using NodaTime;

namespace Sessions.Data;

/// <summary>The time a service acts at.</summary>
public static class Clock
{
    /// <summary>Now in whole milliseconds: what both databases keep, so that a value read back equals the one written.</summary>
    public static Instant Now(this TimeProvider time) => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
