using NodaTime;

namespace Sessions.People;

/// <summary>A right given to a person: admin of the site, or host or helper of one series.</summary>
internal sealed class HostGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>Null exactly for <see cref="Role.Admin"/>, and for a host who has no series yet.</summary>
    public Guid? SeriesId { get; init; }

    public required Role Role { get; init; }

    public Instant CreatedAt { get; init; }
}
