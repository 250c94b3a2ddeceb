using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>
/// Looks before each try whether the session is over, also where it moved nearer after the mail was owed or written: a row
/// keeps the end that it was owed with.
/// </summary>
internal sealed class SessionOverGate(IStringLocalizer<SessionOverGate> words) : IMailGate
{
    private static readonly Func<SessionsDb, Guid, Task<SessionTime?>> TimeOf = Compiled.One((SessionsDb db, Guid session) => db.Sessions.Where(s => s.Id == session).Select(s => s.When).FirstOrDefault());

    public async Task<string?> Bar(SessionsDb db, OutboxMessage row, Instant now) =>
        row.SessionId is { } session && RegistrationMail.UntilTheEnd.Contains(row.Kind) && (await TimeOf(db, session))?.OverAt <= now
            ? (string)words["The session ended before this mail left."]
            : null;
}
