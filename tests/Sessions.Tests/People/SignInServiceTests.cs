using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;

namespace Sessions.Tests.People;

public sealed class SignInServiceTests
{
    private const string Host = "host@example.org";

    private readonly FakeTime _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task Asking_again_and_again_sends_one_mail_a_minute(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var service = new SignInService(test.Database, _time);
        await new HostService(test.Database, _time).InviteAdmin(Host);

        for (var i = 0; i < 5; i++) Assert.Null(await service.SendLink(Host));
        Assert.Equal(1, await Mails(test.Database));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await service.SendLink(Host));
        Assert.Equal(2, await Mails(test.Database));
    }

    [Theory, EachDatabase]
    public async Task Spent_links_are_forgotten_after_a_day_and_open_ones_are_kept(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        var service = new SignInService(test.Database, _time);
        await service.SetUp();
        await new HostService(test.Database, _time).InviteAdmin(Host);
        await service.SendLink(Host);
        _time.Advance(TimeSpan.FromHours(25));

        await new SpentLinkJob(test.Database, _time).Run(CancellationToken.None);

        await using var db = test.Database.Read();
        Assert.Equal(OneTimePurpose.SetUp, Assert.Single(await db.OneTimeLinks.ToListAsync()).Purpose);
    }

    [Theory, EachDatabase]
    public async Task A_host_of_one_series_may_work_in_that_one_alone(DatabaseProvider provider)
    {
        await using var test = await TestDatabase.Create(provider);
        await new Samples(test.Database).Series("ours").Series("theirs").Save();
        await using var db = test.Database.Read();
        var ids = await db.Series.ToDictionaryAsync(s => s.Slug, s => s.Id);

        await new HostService(test.Database, _time).InviteHost(Host, ids["ours"]);
        var person = await db.People.SingleAsync(p => p.Address == Host);
        var signIn = new SignIn { PersonId = person.Id, Device = "Firefox on Linux", CreatedAt = _time.Now(), SeenAt = _time.Now() };
        await test.Database.Write(write => Task.FromResult(write.Add(signIn)));
        var who = await new HostQueries(test.Database, new()).Actor(signIn.Id);

        Assert.True(who!.May(Act.MoveSession, ids["ours"]));
        Assert.False(who.May(Act.MoveSession, ids["theirs"]));
        Assert.False(who.May(Act.EditSiteTexts));
    }

    private static async Task<int> Mails(Database database)
    {
        await using var db = database.Read();
        return await db.Outbox.CountAsync(m => m.Recipient == Host);
    }
}
