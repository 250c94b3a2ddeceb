using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Scheduling;

/// <summary>Who runs a series: its hosts decide.</summary>
public sealed class TeamService
{
    internal const string InvitedKind = "series.invited";

    private static readonly Duration MailLife = Duration.FromDays(7);

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal TeamService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Whoever is in already gets the role; a mail tells of it.</summary>
    public async Task<TeamRefusal?> Invite(Actor who, Guid seriesId, string? address, Role role)
    {
        if (!EmailAddress.TryParse(address, out var parsed, out _)) return TeamRefusal.NotAnAddress;
        return await Act(who, seriesId, role, async (db, now) =>
        {
            var person = await PersonRows.ByAddress(db, parsed, null, now);
            var held = await db.HostGrants.FirstOrDefaultAsync(g => g.SeriesId == seriesId && g.PersonId == person.Id);
            if (held?.Role == role) return null;
            if (held is not null && await IsLastHost(db, held)) return TeamRefusal.LastHost;
            if (held is not null) db.Remove(held);
            var grant = new HostGrant { PersonId = person.Id, SeriesId = seriesId, Role = role, CreatedAt = now };
            db.Add(grant);
            Note(db, who, seriesId, now, $"Invited {person.DisplayName} as {Word(role)}");
            await db.Owe(new($"team:{grant.Id}", InvitedKind, grant.Id, person.Id, parsed.Key, now + MailLife) { SeriesId = seriesId }, now);
            return null;
        });
    }

    /// <summary>No mail: the person sees it in the console.</summary>
    public Task<TeamRefusal?> Change(Actor who, Guid seriesId, Guid personId, Role role) => Act(who, seriesId, role, async (db, now) =>
    {
        if (await Held(db, seriesId, personId) is not { } held) return TeamRefusal.NotFound;
        if (held.Role == role) return null;
        if (await IsLastHost(db, held)) return TeamRefusal.LastHost;
        db.Remove(held);
        db.Add(new HostGrant { PersonId = personId, SeriesId = seriesId, Role = role, CreatedAt = held.CreatedAt });
        Note(db, who, seriesId, now, $"Made {await Name(db, personId)} {Word(role)}");
        return null;
    });

    /// <summary>No mail; an open console of the person ends within half a minute when no other right is left.</summary>
    public Task<TeamRefusal?> Withdraw(Actor who, Guid seriesId, Guid personId) => Act(who, seriesId, Role.Helper, async (db, now) =>
    {
        if (await Held(db, seriesId, personId) is not { } held) return TeamRefusal.NotFound;
        if (await IsLastHost(db, held)) return TeamRefusal.LastHost;
        db.Remove(held);
        Note(db, who, seriesId, now, $"{await Name(db, personId)} is no longer {Word(held.Role)}");
        return null;
    });

    private async Task<TeamRefusal?> Act(Actor who, Guid seriesId, Role role, Func<SessionsDb, Instant, Task<TeamRefusal?>> act)
    {
        if (!who.May(People.Act.InviteHost, seriesId)) return TeamRefusal.NotAllowed;
        if (role is not (Role.Host or Role.Helper)) return TeamRefusal.NotARole;
        return await _database.Write<TeamRefusal?>(async db =>
            await db.Series.AnyAsync(s => s.Id == seriesId) ? await act(db, _time.Now()) : TeamRefusal.NotFound, RowLocks.Series(seriesId));
    }

    private static Task<HostGrant?> Held(SessionsDb db, Guid seriesId, Guid personId) =>
        db.HostGrants.FirstOrDefaultAsync(g => g.SeriesId == seriesId && g.PersonId == personId);

    private static async Task<bool> IsLastHost(SessionsDb db, HostGrant held) => held.Role == Role.Host
        && !await db.HostGrants.AnyAsync(g => g.SeriesId == held.SeriesId && g.Role == Role.Host && g.Id != held.Id);

    private static async Task<string> Name(SessionsDb db, Guid personId) => (await db.People.SingleAsync(p => p.Id == personId)).DisplayName;

    private static string Word(Role role) => role == Role.Host ? "host" : "helper";

    private static void Note(SessionsDb db, Actor who, Guid seriesId, Instant now, string text) =>
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = seriesId, Text = TypedText.Cut(text, 500) });
}
