using Sessions.Data;

namespace Sessions.Outbox;

/// <summary>Puts what hosts want said into a mail that is written already: at every claim, and for every preview.</summary>
internal interface IOwnWordsWriter
{
    /// <returns>The same mail where they want nothing said.</returns>
    Task<ComposedMail> Put(SessionsDb db, OutboxMessage row, ComposedMail mail);
}
