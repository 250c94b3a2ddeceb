namespace Sessions.Archive.Media;

/// <summary>What is being made now, for whoever looks: in memory, because it is of no use after a restart.</summary>
public sealed class MediaProgress
{
    private volatile MediaNow? _now;

    public MediaNow? Now => _now;

    internal void Say(MediaNow? now) => _now = now;
}

/// <param name="Percent">Null where nobody knows.</param>
public sealed record MediaNow(Guid RecordingId, MediaStep Step, int? Percent);
