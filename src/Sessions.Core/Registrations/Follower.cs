using NodaTime;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Hears of new dates of a series, and has no place in any of them.</summary>
internal sealed class Follower
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    public Series? Series { get; init; }

    public required Guid PersonId { get; set; }

    public Person? Person { get; init; }

    /// <summary>Number of the sentence of <see cref="SignUpPurpose"/> that they signed up under.</summary>
    public int Purpose { get; init; } = SignUpPurpose.Current;

    /// <summary>Of this series; in which they are told.</summary>
    public required long Order { get; init; }

    public required Instant Since { get; init; }

    public Instant? StoppedAt { get; private set; }

    public void Stop(Instant now) => StoppedAt ??= now;
}
