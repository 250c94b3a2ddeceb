using NodaTime;

namespace Sessions.Outbox;

/// <summary>Limits of one lane.</summary>
/// <param name="AtOnce">Messages travelling at the same time.</param>
/// <param name="Kept">Of these, how many slow domains never get: one of them does not hold up the others.</param>
/// <param name="SendLimit">Longest wait for one message; it is put off then, and the claim outlives it a little.</param>
internal sealed record LaneLimits(bool UrgentOnly, int AtOnce, int Kept, Duration SendLimit)
{
    /// <summary>A domain may turn slow with all hands on it: the kept ones are then there on top.</summary>
    public int Most => AtOnce + Kept;
}
