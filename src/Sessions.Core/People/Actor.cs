using System.Collections.Frozen;

namespace Sessions.People;

/// <summary>Who acts in the console: a signed-in person and the rights held at that moment.</summary>
/// <param name="Series">The series this person is a host of.</param>
/// <param name="IsHost">Host of at least one series, or invited to create the first.</param>
public sealed record Actor(Guid PersonId, string Name, bool IsAdmin, bool IsHost, IReadOnlySet<Guid> Series)
{
    /// <summary>The series this person is a helper in.</summary>
    public IReadOnlySet<Guid> Helps { get; init; } = FrozenSet<Guid>.Empty;

    /// <summary>The sign-in they act through; null for nobody.</summary>
    public Guid? SignInId { get; init; }

    /// <summary>May this person do this anywhere at all?</summary>
    public bool May(Act act) => MayEverywhere(act) || (IsHost && Rights.Allow(Role.Host, act)) || (Helps.Count > 0 && Rights.Allow(Role.Helper, act));

    /// <summary>May this person do this in that series?</summary>
    public bool May(Act act, Guid seriesId) => MayEverywhere(act)
        || (Series.Contains(seriesId) && Rights.Allow(Role.Host, act)) || (Helps.Contains(seriesId) && Rights.Allow(Role.Helper, act));

    /// <summary>In every series, also those made later.</summary>
    public bool MayEverywhere(Act act) => IsAdmin && Rights.Allow(Role.Admin, act);

    /// <summary>The same person in one series alone, with nothing that belongs to the whole site: what a token for one series may do.</summary>
    public Actor Only(Guid seriesId) => this with
    {
        IsAdmin = false,
        IsHost = false,
        Series = IsAdmin || Series.Contains(seriesId) ? new HashSet<Guid> { seriesId } : FrozenSet<Guid>.Empty,
        Helps = Helps.Contains(seriesId) ? new HashSet<Guid> { seriesId } : FrozenSet<Guid>.Empty,
    };

    /// <summary>The own series in which this person may do this.</summary>
    public IReadOnlyList<Guid> SeriesFor(Act act) => [.. Series.Union(Helps).Where(id => May(act, id))];
}
