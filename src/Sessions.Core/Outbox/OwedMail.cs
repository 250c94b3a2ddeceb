using NodaTime;

namespace Sessions.Outbox;

/// <summary>A mail that a change owes somebody; the key makes saying it twice harmless.</summary>
/// <param name="Key">As "registration:ID:confirmed:3".</param>
/// <param name="Kind">Names the composer.</param>
internal sealed record OwedMail(string Key, string Kind, Guid SubjectId, Guid PersonId, string Recipient, Instant ExpiresAt)
{
    public Guid? SeriesId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>A row of the same topic that is not written yet is dropped: a cancellation supersedes an update.</summary>
    public string? Topic { get; init; }

    /// <summary>Its subject is new with this very write, so that nothing can be owed under the same key or topic yet.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Null is at once.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Sign-in and set-up mails: a lane of their own ahead of all others.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>A one-time secret that only this mail may carry.</summary>
    public string? Secret { get; init; }
}
