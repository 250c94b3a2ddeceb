using NodaTime;

namespace Sessions.Invitations;

/// <summary>What the hosts of a series want said in one of its mails.</summary>
internal sealed class Wording
{
    public required Guid SeriesId { get; init; }

    /// <summary>One of <see cref="WordingSlots"/>.</summary>
    public required string Slot { get; init; }

    /// <summary>Plain text with placeholders in braces, right when it was saved.</summary>
    public required string Text { get; set; }

    public required Instant UpdatedAt { get; set; }
}
