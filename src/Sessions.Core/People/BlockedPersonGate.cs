using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;

namespace Sessions.People;

/// <summary>Who said "this was not me" gets no mail any more, but for the sign-in link that a host asks for.</summary>
internal sealed class BlockedPersonGate(IStringLocalizer<BlockedPersonGate> words) : IMailGate
{
    private static readonly Func<SessionsDb, Guid, Task<bool>> IsBlocked = Compiled.One((SessionsDb db, Guid person) => db.People.Any(p => p.Id == person && p.BlockedAt != null));

    public async Task<string?> Bar(SessionsDb db, OutboxMessage row, Instant now) =>
        row.Lane > 0 && await IsBlocked(db, row.PersonId)
            ? (string)words["This person asked for no mail from here."]
            : null;
}
