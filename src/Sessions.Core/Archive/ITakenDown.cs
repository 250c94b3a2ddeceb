using NodaTime;

namespace Sessions.Archive;

/// <summary>Part of an archive that can be hidden in one step, and shown again.</summary>
internal interface ITakenDown
{
    Guid SessionId { get; }

    bool IsPublic { get; set; }

    Instant? TakenDownAt { get; set; }

    TakedownReason? TakenDownBecause { get; set; }
}

internal static class Takedown
{
    /// <summary>A speaker's consent is taken back: at once, and for good until they give it again. What the hosts took down stays so.</summary>
    public static void Withdraw(this ITakenDown item, Instant now)
    {
        if (item.IsPublic && item.TakenDownAt is null) (item.TakenDownAt, item.TakenDownBecause) = (now, TakedownReason.BySpeaker);
        item.IsPublic = false;
    }

    public static void Publish(this ITakenDown item)
    {
        if (item.TakenDownBecause == TakedownReason.BySpeaker) (item.TakenDownAt, item.TakenDownBecause) = (null, null);
        item.IsPublic = true;
    }
}
