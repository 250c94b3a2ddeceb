using NodaTime;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Tests.Registrations;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Tests.Workflows;

/// <summary>A change waits some minutes for further ones; its host can have it told within one.</summary>
public sealed class TellChangeTests
{
    [Theory, EachDatabase]
    public async Task A_change_waits_is_listed_and_is_told_within_the_minute_when_its_host_says_so(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new(2023, 11, 1, 15, 0), 60));

        var waits = Assert.Single(await new UntoldChanges(house.Database).Of(house.Host));
        Assert.Equal((House.Now + Duration.FromMinutes(5), 1, false, true), (waits.DueAt, waits.People, waits.IsCancelled, waits.MayHasten));
        Assert.Null(await new TellChange(house.Database, house.Time).Save(house.Host, house.SessionId));

        Assert.Equal(House.Now + Duration.FromMinutes(1), Assert.Single(await new UntoldChanges(house.Database).Of(house.Host)).DueAt);
        Assert.Equal(ChangeRefusal.NothingWaits, await new TellChange(house.Database, house.Time).Save(house.Host, house.SessionId));
        await house.Notices.Run(CancellationToken.None);
        Assert.Empty(await house.Deliver());
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.Notices.Run(CancellationToken.None);
        Assert.Equal(RegistrationMail.Moved, Assert.Single(await house.Deliver()).Row.Kind);
        Assert.Empty(await new UntoldChanges(house.Database).Of(house.Host));
    }

    [Theory, EachDatabase]
    public async Task Two_changes_while_it_waits_are_one_mail_and_nobody_of_another_series_sees_or_hastens_it(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, "kim@example.org");
        await house.Deliver();
        var stranger = house.Host with { IsAdmin = false, IsHost = true, Series = new HashSet<Guid> { Guid.NewGuid() } };
        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new(2023, 11, 1, 15, 0), 60));
        house.Time.Advance(TimeSpan.FromMinutes(3));
        await new MoveSession(house.Database, house.Time).Save(house.Host, house.SessionId, new(new(2023, 11, 1, 16, 0), 60));

        Assert.Empty(await new UntoldChanges(house.Database).Of(stranger));
        Assert.Equal(ChangeRefusal.NotAllowed, await new TellChange(house.Database, house.Time).Save(stranger, house.SessionId));
        Assert.Equal(ChangeRefusal.NotFound, await new TellChange(house.Database, house.Time).Save(house.Host, Guid.NewGuid()));
        house.Time.Advance(TimeSpan.FromMinutes(3));
        await house.Notices.Run(CancellationToken.None);
        Assert.Empty(await house.Deliver());
        house.Time.Advance(TimeSpan.FromMinutes(3));
        await house.Notices.Run(CancellationToken.None);

        Assert.Contains("T160000", Assert.Single(await house.Deliver()).Mail.Calendar!.Text, StringComparison.Ordinal);
    }
}
