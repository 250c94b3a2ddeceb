namespace Sessions.People;

/// <summary>Who acts in the console: a signed-in person and the rights held at that moment.</summary>
/// <param name="Series">The series this person is a host of.</param>
/// <param name="IsHost">Host of at least one series, or invited to create the first.</param>
public sealed record Actor(Guid PersonId, string Name, bool IsAdmin, bool IsHost, IReadOnlySet<Guid> Series)
{
    /// <summary>The sign-in they act through; null for nobody.</summary>
    public Guid? SignInId { get; init; }

    /// <summary>May this person do this anywhere at all?</summary>
    public bool May(Act act) => (IsAdmin && Rights.Allow(Role.Admin, act)) || (IsHost && Rights.Allow(Role.Host, act));

    /// <summary>May this person do this in that series?</summary>
    public bool May(Act act, Guid seriesId) =>
        (IsAdmin && Rights.Allow(Role.Admin, act)) || (Series.Contains(seriesId) && Rights.Allow(Role.Host, act));
}
