using System.Collections.Concurrent;

namespace Sessions.People;

/// <summary>Sign-ins used since the job last wrote them down: looking at a page writes nothing itself.</summary>
internal sealed class SignInsSeen
{
    private ConcurrentDictionary<Guid, bool> _ids = new();

    public void Note(Guid signInId) => _ids.TryAdd(signInId, true);

    /// <summary>Those noted so far, and none of them again.</summary>
    public IReadOnlyCollection<Guid> Take() => [.. Interlocked.Exchange(ref _ids, new()).Keys];
}
