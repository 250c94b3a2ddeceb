using NodaTime;

namespace Sessions.Outbox;

/// <summary>When a mail that was put off is tried again: after 1, 5, 15 and 30 minutes, then every hour.</summary>
internal static class RetrySchedule
{
    private static readonly Duration[] First =
        [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(30)];

    /// <param name="attempts">Made so far, at least one.</param>
    public static Duration After(int attempts) => attempts <= First.Length ? First[attempts - 1] : Duration.FromHours(1);
}
