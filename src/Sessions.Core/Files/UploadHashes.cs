using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Sessions.Files;

/// <summary>
/// The SHA-256 of each upload as far as it came, so that a whole file need not be read again. Only a help: after a restart, or a piece
/// that did not count, the file is read at its end.
/// </summary>
internal sealed class UploadHashes
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<Guid, (IncrementalHash Hash, long At)> _byId = new();

    /// <summary>A hash of the first bytes up to there, to be added to; the caller's from now on. Null where it is not known.</summary>
    public IncrementalHash? Take(Guid id, long at)
    {
        if (_byId.TryRemove(id, out var known))
        {
            if (known.At == at) return known.Hash;
            known.Hash.Dispose();
        }
        return at == 0 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    public void Keep(Guid id, IncrementalHash? hash, long at)
    {
        if (hash is null) return;
        if (_byId.Count >= Most || !_byId.TryAdd(id, (hash, at))) hash.Dispose();
    }

    public void Forget(Guid id)
    {
        if (_byId.TryRemove(id, out var known)) known.Hash.Dispose();
    }
}
