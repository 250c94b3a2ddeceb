using NodaTime;

namespace Sessions.Scheduling;

/// <summary>What a host can change of a session, as it was at one moment: to go back there.</summary>
internal sealed record SessionImage(
    Guid Id,
    string? Title,
    string? Announcement,
    int? Number,
    SessionKind Kind,
    SessionFields Edited,
    SessionTime When,
    int Minutes,
    int? Capacity,
    Venue OwnVenue,
    bool SpeakersToBeConfirmed,
    LocalDateTime? MovedFrom,
    Instant? MovedAt,
    SessionEnd? Cancelled)
{
    public static SessionImage Of(Session s) => new(s.Id, s.Title, s.Announcement, s.Number, s.Kind, s.Edited, s.When, s.DurationMinutes, s.Capacity, s.OwnVenue,
        s.SpeakersToBeConfirmed, s.MovedFrom, s.MovedAt, s.CancelledAt is { } at ? new(at, s.CancelledById!.Value, s.CancelledBecause) : null);
}

/// <summary>A cancellation: when, by whom, and why.</summary>
internal sealed record SessionEnd(Instant At, Guid By, string? Because);
