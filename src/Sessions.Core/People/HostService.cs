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

    /// <summary>Signs the person out everywhere.</summary>
    public Task SignOutEverywhere(Guid personId) => _database.Write(async db =>
    {
        if (await db.People.FirstOrDefaultAsync(p => p.Id == personId) is { } person) person.SignInGeneration++;
    });
}
