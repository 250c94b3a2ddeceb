using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Scheduling;

public sealed class TeamServiceTests
{
    private readonly FakeTime _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task A_host_invites_a_helper_who_gets_one_mail_and_the_rights_of_a_helper_there_alone(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (ours, theirs, host) = await Site(test.Database);
        var team = new TeamService(test.Database, _time);

        Assert.Null(await team.Invite(host, ours, "Helper@example.org", Role.Helper));
        Assert.Null(await team.Invite(host, ours, "helper@example.org", Role.Helper));

        var helper = await Actor(test.Database, "helper@example.org");
        Assert.True(helper!.May(Act.ReadSeries, ours));
        Assert.True(helper.May(Act.PostResource, ours));
        Assert.All([Act.ReadMail, Act.SeeAddresses, Act.MoveSession, Act.InviteHost, Act.EditSeries], act => Assert.False(helper.May(act, ours)));
        Assert.All(Enum.GetValues<Act>(), act => Assert.False(helper.May(act, theirs)));
        await using var db = test.Database.Read();
        Assert.Equal(ours, Assert.Single(await db.Outbox.Where(m => m.Recipient == "helper@example.org").ToListAsync()).SeriesId);
        Assert.Single(await db.Audit.Where(e => e.SeriesId == ours).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task The_last_host_of_a_series_stays(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (ours, _, host) = await Site(test.Database);
        var team = new TeamService(test.Database, _time);

        Assert.Equal(TeamRefusal.LastHost, await team.Withdraw(host, ours, host.PersonId));
        Assert.Equal(TeamRefusal.LastHost, await team.Change(host, ours, host.PersonId, Role.Helper));
        Assert.Equal(TeamRefusal.LastHost, await team.Invite(host, ours, "host@example.org", Role.Helper));

        await team.Invite(host, ours, "second@example.org", Role.Host);
        Assert.Null(await team.Withdraw(host, ours, host.PersonId));
        Assert.Null(await Actor(test.Database, "host@example.org"));
        Assert.True((await Actor(test.Database, "second@example.org"))!.May(Act.InviteHost, ours));
    }

    [Theory, EachDatabase]
    public async Task Helpers_and_hosts_of_another_series_change_nothing(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var (ours, theirs, host) = await Site(test.Database);
        var team = new TeamService(test.Database, _time);
        await team.Invite(host, ours, "helper@example.org", Role.Helper);
        var helper = (await Actor(test.Database, "helper@example.org"))!;

        Assert.Equal(TeamRefusal.NotAllowed, await team.Invite(helper, ours, "friend@example.org", Role.Host));
        Assert.Equal(TeamRefusal.NotAllowed, await team.Change(helper, ours, helper.PersonId, Role.Host));
        Assert.Equal(TeamRefusal.NotAllowed, await team.Withdraw(helper, ours, host.PersonId));
        Assert.Equal(TeamRefusal.NotAllowed, await team.Invite(host, theirs, "friend@example.org", Role.Host));
        Assert.Equal(TeamRefusal.NotARole, await team.Invite(host, ours, "friend@example.org", Role.Admin));
        Assert.Null(await new TeamQueries(test.Database).Read(helper, "ours"));
        Assert.Equal(2, (await new TeamQueries(test.Database).Read(host, "ours"))!.Members.Count);
    }

    private async Task<(Guid Ours, Guid Theirs, Actor Host)> Site(Database database)
    {
        await new Samples(database).Series("ours").Series("theirs").Save();
        await using var db = database.Read();
        var ids = await db.Series.ToDictionaryAsync(s => s.Slug, s => s.Id);
        await new HostService(database, _time).InviteHost("host@example.org", ids["ours"]);
        return (ids["ours"], ids["theirs"], (await Actor(database, "host@example.org"))!);
    }

    private static async Task<Actor?> Actor(Database database, string address)
    {
        await using var db = database.Read();
        var person = await db.People.SingleAsync(p => p.Address == address);
        var signIn = new SignIn { PersonId = person.Id, Device = "Test", CreatedAt = person.CreatedAt, SeenAt = person.CreatedAt };
        await database.Write(write => Task.FromResult(write.Add(signIn)));
        return await new HostQueries(database, new()).Actor(signIn.Id);
    }
}
