using Sessions.People;

namespace Sessions.Tests.People;

public sealed class RightsTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Foreign = Guid.NewGuid();

    /// <summary>Everything a helper may do; everything a host may not do in an own series.</summary>
    private static readonly HashSet<Act> HelperMay = [Act.ReadSeries, Act.ReadAttendees, Act.PostResource, Act.TickAttendance, Act.HoldPasskeys, Act.KeepDrafts];
    private static readonly HashSet<Act> HostMayNot = [Act.EditSiteTexts, Act.ReadAccountMail, Act.DisablePerson, Act.TestMail, Act.ErasePerson];

    public static TheoryData<Act> Acts
    {
        get
        {
            var acts = new TheoryData<Act>();
            foreach (var act in Enum.GetValues<Act>()) acts.Add(act);
            return acts;
        }
    }

    [Theory, MemberData(nameof(Acts))]
    public void Each_role_may_do_in_its_own_series_what_the_table_says_and_nothing_in_another(Act act)
    {
        var nobody = new Actor(Guid.Empty, "", IsAdmin: false, IsHost: false, new HashSet<Guid>());
        var helper = nobody with { Helps = new HashSet<Guid> { Own } };
        var host = nobody with { IsHost = true, Series = new HashSet<Guid> { Own } };
        var admin = nobody with { IsAdmin = true };

        Assert.Equal((false, false), (nobody.May(act), nobody.May(act, Own)));
        Assert.Equal((HelperMay.Contains(act), false), (helper.May(act, Own), helper.May(act, Foreign)));
        Assert.Equal((!HostMayNot.Contains(act), false), (host.May(act, Own), host.May(act, Foreign)));
        Assert.Equal((true, true), (admin.May(act, Own), admin.May(act, Foreign)));
        Assert.Equal(HelperMay.Contains(act), helper.SeriesFor(act).Contains(Own));
    }

    [Fact]
    public void A_helper_of_one_series_who_hosts_another_has_in_each_the_rights_of_that_role()
    {
        var who = new Actor(Guid.NewGuid(), "", IsAdmin: false, IsHost: true, new HashSet<Guid> { Own }) { Helps = new HashSet<Guid> { Foreign } };

        Assert.True(who.May(Act.MoveSession, Own));
        Assert.False(who.May(Act.MoveSession, Foreign));
        Assert.True(who.May(Act.ReadSeries, Foreign));
        Assert.False(who.May(Act.SeeAddresses, Foreign));
    }
}
