using NodaTime;

namespace Sessions.Archive.Counts;

/// <summary>What was played and downloaded since it was last written down, in memory: reading changes no row, so <see cref="FileUseJob"/> does it later.</summary>
public sealed class FileUses
{
    private readonly Lock _lock = new();
    private Dictionary<(Guid File, LocalDate Day, UseKind Kind), int> _counted = [];

    public void Note(Guid fileId, UseKind kind, LocalDate day, int times = 1)
    {
        lock (_lock) _counted[(fileId, day, kind)] = _counted.GetValueOrDefault((fileId, day, kind)) + times;
    }

    /// <summary>Those not taken yet.</summary>
    internal IReadOnlyDictionary<(Guid File, LocalDate Day, UseKind Kind), int> Take()
    {
        lock (_lock)
        {
            var taken = _counted;
            _counted = [];
            return taken;
        }
    }
}
