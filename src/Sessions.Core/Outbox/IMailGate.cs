using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>A room's veto over mail to somebody, asked at every claim.</summary>
internal interface IMailGate
{
    /// <returns>Why this mail must not leave, in words a host reads; null when nothing speaks against it.</returns>
    Task<string?> Bar(SessionsDb db, OutboxMessage row, Instant now);
}
