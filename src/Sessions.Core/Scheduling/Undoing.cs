using NodaTime;

namespace Sessions.Scheduling;

/// <summary>How long a change of sessions can be taken back.</summary>
public static class Undoing
{
    /// <summary>No mail of a change leaves sooner.</summary>
    public static readonly Duration OpenFor = Duration.FromSeconds(60);
}
