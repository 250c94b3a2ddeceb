using NodaTime;
using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Owns some kinds of mail: a lower room can owe what it can't write.</summary>
internal interface IMailComposer
{
    IReadOnlySet<string> Kinds { get; }

    /// <summary>
    /// Writes the message from the facts as they are now, at the claim and inside its transaction; may keep what it says
    /// on tracked rows (the calendar entry's told state). Also runs for the console's preview, where nothing is saved.
    /// </summary>
    /// <returns>Null when nothing is left to say: the row is dropped.</returns>
    Task<ComposedMail?> Compose(SessionsDb db, OutboxMessage row, Instant now);
}
