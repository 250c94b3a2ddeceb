using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>A mail that an act owes, as the host reads it before saving.</summary>
public sealed record OwedHere(string Kind, string Recipient, Guid? SessionId)
{
    /// <summary>The rows added in this very write or rehearsal.</summary>
    internal static IReadOnlyList<OwedHere> In(SessionsDb db) =>
        [.. db.Outbox.Local.Where(m => m.State == OutboxState.Waiting && m.Attempts == 0).Select(m => new OwedHere(m.Kind, m.Recipient, m.SessionId))];
}
