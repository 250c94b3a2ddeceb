using NodaTime;

namespace Sessions.Speakers;

/// <summary>A talk that went from one session to another, with its speaker and files.</summary>
internal sealed class TalkMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AppearanceId { get; init; }

    public required Guid FromSessionId { get; init; }

    public required Guid ToSessionId { get; init; }

    public required Guid ById { get; init; }

    public required Instant At { get; init; }

    /// <summary>People of the old session are asked whether they come along; else they are only told, or nobody is.</summary>
    public required bool Asks { get; init; }
}
