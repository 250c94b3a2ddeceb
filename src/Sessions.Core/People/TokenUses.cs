using System.Collections.Concurrent;
using NodaTime;

namespace Sessions.People;

/// <summary>When each token was last used, in memory: reading changes no row, so <see cref="TokenUseJob"/> writes it down later.</summary>
internal sealed class TokenUses
{
    private readonly ConcurrentDictionary<Guid, Instant> _last = [];

    public void Note(Guid tokenId, Instant now) => _last[tokenId] = now;

    /// <summary>Those not taken yet.</summary>
    public IReadOnlyDictionary<Guid, Instant> Take()
    {
        var taken = new Dictionary<Guid, Instant>();
        foreach (var id in _last.Keys)
            if (_last.TryRemove(id, out var at)) taken[id] = at;
        return taken;
    }
}
