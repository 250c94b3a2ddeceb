using NodaTime;

namespace Sessions.Archive.Links;

/// <summary>What a failed look means.</summary>
internal static class LinkRules
{
    /// <summary>From one look at an address to the next.</summary>
    public static readonly Duration Every = Duration.FromDays(7);

    /// <summary>A first failure is looked at again on another day.</summary>
    public static readonly Duration SecondLook = Duration.FromHours(20);

    /// <summary>Longer than anybody's night of maintenance.</summary>
    public static readonly Duration LongestPatience = Duration.FromDays(7);

    /// <summary>From one look that a host asks for to the next.</summary>
    public static readonly Duration BetweenAsked = Duration.FromMinutes(1);

    /// <summary>What says that a link is at fault, and not that the host wants no programs.</summary>
    public static bool Counts(LinkFault fault) => fault is not (LinkFault.Busy or LinkFault.RobotsForbid or LinkFault.NotPublic or LinkFault.NeedsSignIn);

    /// <summary>Two failures on different days, and nothing good between them.</summary>
    public static bool IsDead(Instant failingSince, Instant now) => now.InUtc().Date > failingSince.InUtc().Date;

    public static bool IsDue(LinkCheck? last, Instant now) => last is null
        || (last.NotBefore is null || last.NotBefore <= now)
            && now - last.CheckedAt >= (last.State == LinkState.Failing ? SecondLook : Every);
}
