using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Mail;

namespace Sessions.People;

/// <summary>Who may plan.</summary>
public sealed class HostService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal HostService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>From the command line: whoever may run it owns the machine.</summary>
    public Task<Answer<bool, SignInRefusal>> InviteAdmin(string address) => Invite(address, Role.Admin, null);

    /// <inheritdoc cref="InviteAdmin" />
    /// <param name="seriesId">Everything in this series, and nothing in others.</param>
    public Task<Answer<bool, SignInRefusal>> InviteHost(string address, Guid seriesId) => Invite(address, Role.Host, seriesId);

    /// <inheritdoc cref="InviteAdmin" />
    public Task<Answer<bool, SignInRefusal>> InviteHelper(string address, Guid seriesId) => Invite(address, Role.Helper, seriesId);

    private async Task<Answer<bool, SignInRefusal>> Invite(string address, Role role, Guid? seriesId)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return SignInRefusal.NotAnAddress;
        return await _database.Write<Answer<bool, SignInRefusal>>(async db =>
        {
            var now = _time.Now();
            var person = await PersonRows.ByAddress(db, parsed, null, now);
            // Whoever runs the machine knows better than a click on "this was not me".
            person.BlockedAt = null;
            if (!await db.HostGrants.AnyAsync(g => g.PersonId == person.Id && g.Role == role && g.SeriesId == seriesId))
                db.Add(new HostGrant { PersonId = person.Id, Role = role, SeriesId = seriesId, CreatedAt = now });
            return true;
        });
    }

    /// <summary>Shuts somebody out of the console: every sign-in ends, and no link lets them in again until they are enabled.</summary>
    public Task<HostRefusal?> Disable(Actor who, Guid personId) => Set(who, personId, disabled: true);

    /// <summary>Lets somebody in again, with the rights they had.</summary>
    public Task<HostRefusal?> Enable(Actor who, Guid personId) => Set(who, personId, disabled: false);

    /// <summary>From the command line, where there is no one to mistake for oneself.</summary>
    /// <returns>False when nobody of that address has a right here.</returns>
    public Task<bool> SetDisabled(string address, bool disable) => _database.Write(async db =>
        EmailAddress.TryParse(address, out var parsed, out _) && await Set(db, await db.People.FirstOrDefaultAsync(p => p.Address == parsed.Key), disable, null));

    private async Task<HostRefusal?> Set(Actor who, Guid personId, bool disabled)
    {
        if (!who.May(Act.DisablePerson)) return HostRefusal.NotAllowed;
        // Nobody shuts themselves out, so there is always an admin left who can let others in.
        if (who.PersonId == personId) return HostRefusal.Oneself;
        return await _database.Write<HostRefusal?>(async db =>
            await Set(db, await db.People.FirstOrDefaultAsync(p => p.Id == personId), disabled, who.PersonId) ? null : HostRefusal.NotFound, RowLocks.Person(personId));
    }

    private async Task<bool> Set(SessionsDb db, Person? person, bool disabled, Guid? actorId)
    {
        if (person is null || !await db.HostGrants.AnyAsync(g => g.PersonId == person.Id)) return false;
        var now = _time.Now();
        person.DisabledAt = disabled ? person.DisabledAt ?? now : null;
        if (disabled) await SignInRows.EndAll(db, person.Id, now);
        db.Add(new AuditEntry { At = now, ActorId = actorId, Text = TypedText.Cut(disabled ? $"Shut {person.DisplayName} out of the console" : $"Let {person.DisplayName} into the console again", 500) });
        return true;
    }
}
