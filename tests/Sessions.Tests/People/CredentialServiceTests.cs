using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;

namespace Sessions.Tests.People;

/// <summary>Passkeys as rows; what a device signs is checked with a browser, in PasskeyTests.</summary>
public sealed class CredentialServiceTests
{
    private readonly FakeTime _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task A_passkey_is_added_after_a_fresh_sign_in_and_lets_its_owner_in(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var who = await Host(test.Database);

        Assert.True((await Service(test.Database).Add(who, Passkey(who, 1), " Phone ")).Ok);
        _time.Advance(TimeSpan.FromHours(1));
        var entered = await Service(test.Database).Enter([1], 1, isBackedUp: true, "Firefox on Linux");

        Assert.Equal(who.PersonId, entered.Value!.PersonId);
        var actor = await new HostQueries(test.Database, new SignInsSeen()).Actor(entered.Value.SignInId);
        Assert.True(actor!.IsAdmin);
        var own = Assert.Single((await new CredentialQueries(test.Database).Of(actor, _time.Now())).All);
        Assert.Equal(("Phone", _time.Now(), true), (own.Name, own.LastUsedAt, own.IsBackedUp));
    }

    [Theory, EachDatabase]
    public async Task An_open_console_that_is_older_than_a_quarter_of_an_hour_adds_none(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var who = await Host(test.Database);
        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(CredentialRefusal.SignInTooOld, (await Service(test.Database).Add(who, Passkey(who, 1), "Phone")).No);
        Assert.Equal(CredentialRefusal.SignInTooOld, (await Service(test.Database).Add(who with { SignInId = null }, Passkey(who, 1), "Phone")).No);
        Assert.False((await new CredentialQueries(test.Database).Of(who, _time.Now())).MayAdd);
    }

    [Theory, EachDatabase]
    public async Task A_count_that_goes_back_is_a_copy_and_lets_nobody_in(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var who = await Host(test.Database);
        await Service(test.Database).Add(who, Passkey(who, 1), "Phone");
        await Service(test.Database).Add(who, Passkey(who, 2), "Manager that does not count");

        Assert.True((await Enter(test.Database, 1, 5)).Ok);
        Assert.False((await Enter(test.Database, 1, 5)).Ok);
        Assert.False((await Enter(test.Database, 1, 0)).Ok);
        Assert.True((await Enter(test.Database, 1, 6)).Ok);
        Assert.True((await Enter(test.Database, 2, 0)).Ok);
        Assert.True((await Enter(test.Database, 2, 0)).Ok);
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_shut_out_or_has_no_right_left_does_not_come_in_by_one(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var who = await Host(test.Database);
        var other = await Host(test.Database, "other@example.org");
        await Service(test.Database).Add(other, Passkey(other, 1), "Phone");
        var hosts = new HostService(test.Database, _time);

        await hosts.Disable(who, other.PersonId);
        Assert.False((await Enter(test.Database, 1, 1)).Ok);
        Assert.Null(await new CredentialQueries(test.Database).Owner(other.PersonId));
        await hosts.Enable(who, other.PersonId);
        Assert.True((await Enter(test.Database, 1, 1)).Ok);
        await test.Database.Write(async db => db.RemoveRange(await db.HostGrants.Where(g => g.PersonId == other.PersonId).ToListAsync()));
        Assert.False((await Enter(test.Database, 1, 2)).Ok);
        Assert.False((await Enter(test.Database, 9, 1)).Ok);
    }

    [Theory, EachDatabase]
    public async Task One_renames_and_removes_ones_own_and_nobody_elses(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (who, other) = (await Host(test.Database), await Host(test.Database, "other@example.org"));
        var id = (await Service(test.Database).Add(who, Passkey(who, 1), "Phone")).Value;

        Assert.Equal(CredentialRefusal.NotFound, await Service(test.Database).Rename(other, id, "Mine"));
        Assert.Equal(CredentialRefusal.NotFound, await Service(test.Database).Remove(other, id));
        Assert.Equal(CredentialRefusal.KnownAlready, (await Service(test.Database).Add(other, Passkey(other, 1), "Phone")).No);
        Assert.Equal(CredentialRefusal.NameMissing, await Service(test.Database).Rename(who, id, " "));
        Assert.Null(await Service(test.Database).Rename(who, id, "Old phone"));
        Assert.Null(await Service(test.Database).Remove(who, id));
        Assert.False((await Enter(test.Database, 1, 1)).Ok);
        await using var db = test.Database.Read();
        Assert.Equal(["Added the passkey \"Phone\"", "Removed the passkey \"Old phone\""], await db.Audit.OrderBy(a => a.Id).Select(a => a.Text).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task There_is_a_limit_and_what_no_device_makes_is_refused(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var who = await Host(test.Database);
        var nobody = who with { IsAdmin = false, IsHost = false };
        for (byte i = 1; i <= CredentialService.MostForPerson; i++) Assert.True((await Service(test.Database).Add(who, Passkey(who, i), "Phone")).Ok);

        Assert.Equal(CredentialRefusal.TooMany, (await Service(test.Database).Add(who, Passkey(who, 99), "Phone")).No);
        Assert.Equal(CredentialRefusal.Unfit, (await Service(test.Database).Add(who, Passkey(who, 98) with { CredentialId = new byte[2000] }, "Phone")).No);
        Assert.Equal(CredentialRefusal.Unfit, (await Service(test.Database).Add(who, Passkey(who, 98) with { Transports = [new('x', 200)] }, "Phone")).No);
        Assert.Equal(CredentialRefusal.NotAllowed, (await Service(test.Database).Add(nobody, Passkey(who, 98), "Phone")).No);
    }

    private static PasskeyFacts Passkey(Actor who, byte id) => new(who.PersonId, [id], [1, 2, 3], 0, ["internal"], IsBackupEligible: true, IsBackedUp: false, Instant.FromUtc(2026, 11, 25, 9, 0));

    private Task<Answer<SignedIn, SignInRefusal>> Enter(Database database, byte id, long count) => Service(database).Enter([id], count, isBackedUp: false, "A device");

    private CredentialService Service(Database database) => new(database, _time);

    private async Task<Actor> Host(Database database, string address = "host@example.org")
    {
        await new HostService(database, _time).InviteAdmin(address);
        var signIn = await database.Write(async db => SignInRows.Begin(db, (await db.People.SingleAsync(p => p.Address == address)).Id, "A device", _time.Now()));
        return (await new HostQueries(database, new SignInsSeen()).Actor(signIn.SignInId))!;
    }
}
