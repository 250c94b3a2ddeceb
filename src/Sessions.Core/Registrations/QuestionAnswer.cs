using NodaTime;

namespace Sessions.Registrations;

/// <summary>What one person answered. The last one counts; of a consent the earlier ones stay too, as the record of what was agreed when.</summary>
internal sealed class QuestionAnswer
{
    public const string Yes = "yes";
    public const string No = "no";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid QuestionId { get; init; }

    public Question? Question { get; init; }

    public required Guid PersonId { get; set; }

    /// <summary>Null where one answer holds for the whole series.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>As typed; <see cref="Yes"/> or <see cref="No"/>; of several options those chosen, one a line.</summary>
    public required string Value { get; set; }

    /// <summary>The question as it stood when it was answered.</summary>
    public required string Wording { get; set; }

    public required Instant At { get; set; }
}
