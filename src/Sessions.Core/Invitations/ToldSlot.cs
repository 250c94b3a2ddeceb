using NodaTime;

namespace Sessions.Invitations;

/// <summary>One slot of an entry as a calendar was last told it.</summary>
/// <param name="Sequence">RFC 5546 2.1.4.</param>
/// <param name="Hash">Of everything the reader sees; equal means nothing to say.</param>
internal sealed record ToldSlot(bool Cancelled, Instant Start, Instant End, int Sequence, Instant Dtstamp, string Hash);
