using NodaTime;

namespace Sessions.Registrations;

/// <summary>
/// When a list was noted tells which list a note is of. Everything else happens at whole milliseconds, so that no tick by hand and no other entry of
/// the history is ever taken for one.
/// </summary>
internal static class ImportMoment
{
    /// <summary>What both databases keep.</summary>
    private static readonly Duration Step = Duration.FromTicks(10);

    public static bool Is(Instant at) => at.ToUnixTimeTicks() % NodaConstants.TicksPerMillisecond != 0;

    public static Instant After(Instant now, IEnumerable<Instant?> taken)
    {
        var (others, at) = (taken.ToHashSet(), now + Step);
        while (others.Contains(at) || !Is(at)) at += Step;
        return at;
    }
}
