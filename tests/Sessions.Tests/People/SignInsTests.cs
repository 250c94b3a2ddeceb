using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;

namespace Sessions.Tests.People;

/// <summary>Devices that are signed in, and people who are shut out.</summary>
public sealed class SignInsTests
{
    private const string Host = "host@example.org";

    private readonly FakeTime _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
    private readonly SignInsSeen _seen = new();

    [Theory, EachDatabase]
    public async Task Ending_one_device_leaves_the_other_signed_in(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (phone, laptop) = (await Enter(test.Database, Host, "Safari on iPhone"), await Enter(test.Database, Host, "Firefox on Linux"));
        var who = (await Hosts(test.Database).Actor(laptop))!;

        Assert.True(await Service(test.Database).End(who, phone));

        Assert.Null(await Hosts(test.Database).Actor(phone));
        var own = Assert.Single(await new SignInQueries(test.Database).Of(who, _time.Now()));
        Assert.Equal(("Firefox on Linux", true), (own.Device, own.IsThis));
    }

    [Theory, EachDatabase]
    public async Task Nobody_ends_the_sign_in_of_somebody_else(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (own, foreign) = (await Enter(test.Database, Host, "One"), await Enter(test.Database, "other@example.org", "Two"));
        var who = (await Hosts(test.Database).Actor(own))!;

        Assert.False(await Service(test.Database).End(who, foreign));
        await Service(test.Database).EndAll(who);

        Assert.Null(await Hosts(test.Database).Actor(own));
        Assert.NotNull(await Hosts(test.Database).Actor(foreign));
    }

    [Theory, EachDatabase]
    public async Task Who_is_shut_out_is_signed_out_everywhere_and_gets_no_link_until_let_in_again(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (admin, shut) = (await Enter(test.Database, Host, "One"), await Enter(test.Database, "other@example.org", "Two"));
        var (who, other) = ((await Hosts(test.Database).Actor(admin))!, (await Hosts(test.Database).Actor(shut))!);
        var (hosts, mails) = (new HostService(test.Database, _time), await Mails(test.Database));

        Assert.Null(await hosts.Disable(who, other.PersonId));
        await Service(test.Database).SendLink("other@example.org");
        Assert.Null(await Hosts(test.Database).Actor(shut));
        Assert.Equal(mails, await Mails(test.Database));

        Assert.Null(await hosts.Enable(who, other.PersonId));
        await Service(test.Database).SendLink("other@example.org");
        Assert.Equal(mails + 1, await Mails(test.Database));
    }

    [Theory, EachDatabase]
    public async Task Nobody_shuts_themselves_out_and_only_admins_shut_out_others(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var who = (await Hosts(test.Database).Actor(await Enter(test.Database, Host, "One")))!;
        var other = (await Hosts(test.Database).Actor(await Enter(test.Database, "other@example.org", "Two")))!;
        var hosts = new HostService(test.Database, _time);

        Assert.Equal(HostRefusal.Oneself, await hosts.Disable(who, who.PersonId));
        Assert.Equal(HostRefusal.NotFound, await hosts.Disable(who, Guid.NewGuid()));
        Assert.Equal(HostRefusal.NotAllowed, await hosts.Disable(who with { IsAdmin = false, IsHost = true }, other.PersonId));
    }

    [Theory, EachDatabase]
    public async Task Last_use_is_written_once_an_hour_and_an_old_sign_in_is_forgotten(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (used, unused) = (await Enter(test.Database, Host, "One"), await Enter(test.Database, Host, "Two"));
        var (job, began) = (new SignInJob(test.Database, _seen, _time), (await SignIns(test.Database))[used]);

        await Use(TimeSpan.FromMinutes(30));
        Assert.Equal(began, (await SignIns(test.Database))[used]);
        await Use(TimeSpan.FromDays(20));
        await Use(TimeSpan.FromDays(20));

        var left = await SignIns(test.Database);
        Assert.Equal(_time.Now(), left[used]);
        Assert.False(left.ContainsKey(unused));

        async Task Use(TimeSpan later)
        {
            _time.Advance(later);
            await Hosts(test.Database).Actor(used);
            await job.Run(CancellationToken.None);
        }
    }

    private SignInService Service(Database database) => new(database, _time);

    private HostQueries Hosts(Database database) => new(database, _seen);

    /// <summary>An admin of that address, by a link of theirs.</summary>
    private async Task<Guid> Enter(Database database, string address, string device)
    {
        await new HostService(database, _time).InviteAdmin(address);
        _time.Advance(TimeSpan.FromMinutes(2));
        await Service(database).SendLink(address);
        await using var db = database.Read();
        var token = await db.Outbox.Where(m => m.Recipient == address).OrderByDescending(m => m.CreatedAt).Select(m => m.Secret!).FirstAsync();
        return (await Service(database).Enter(token, device)).Value!.SignInId;
    }

    private static async Task<int> Mails(Database database)
    {
        await using var db = database.Read();
        return await db.Outbox.CountAsync();
    }

    private static async Task<Dictionary<Guid, NodaTime.Instant>> SignIns(Database database)
    {
        await using var db = database.Read();
        return await db.SignIns.ToDictionaryAsync(s => s.Id, s => s.SeenAt);
    }
}
