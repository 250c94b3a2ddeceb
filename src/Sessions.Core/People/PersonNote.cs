using NodaTime;

namespace Sessions.People;

/// <summary>What the hosts of a series want to remember of somebody. It is shown to the person who asks for their data.</summary>
internal sealed class PersonNote
{
    public const int LongestText = 2000;

    /// <summary>Of one person in one series.</summary>
    public const int Most = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; set; }

    public required Guid SeriesId { get; init; }

    public required Guid ById { get; init; }

    public required string Text { get; init; }

    public required Instant At { get; init; }
}
