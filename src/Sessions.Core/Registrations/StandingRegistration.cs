using NodaTime;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>One person in every session of a series, also those planned later, until they leave it.</summary>
internal sealed class StandingRegistration
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    public Series? Series { get; init; }

    public required Guid PersonId { get; set; }

    public Person? Person { get; init; }

    /// <summary>Number of the sentence of <see cref="SignUpPurpose"/> that they signed up under.</summary>
    public int Purpose { get; init; } = SignUpPurpose.Current;

    /// <summary>Commit order within the series: whoever joined first is placed first in each new session.</summary>
    public required long Order { get; init; }

    public required Instant JoinedAt { get; init; }

    /// <summary>Coming back is another row, at the end of the order.</summary>
    public Instant? LeftAt { get; private set; }

    public void Leave(Instant now) => LeftAt ??= now;
}
