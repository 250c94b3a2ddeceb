using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Registrations;

public sealed class CheckInTests
{
    [Theory, EachDatabase]
    public async Task A_code_lets_in_the_one_it_was_made_for_and_says_when_they_are_in_already(DatabaseProvider provider)
    {
        await using var house = await Signed(provider);
        var (place, code) = await Code(house, "ann@example.org");

        Assert.Equal(AttendanceRefusal.TooEarly, (await house.Attendance.CheckIn(house.Host, code)).No);
        house.Time.MoveTo(new(2023, 11, 1, 11, 50, 0, TimeSpan.Zero));
        Assert.Equal(AttendanceRefusal.NotAllowed, (await house.Attendance.CheckIn(Helper(house) with { Helps = new HashSet<Guid>() }, code)).No);
        Assert.Equal(AttendanceRefusal.AnotherSession, (await house.Attendance.CheckIn(house.Host, code, Guid.NewGuid())).No);
        Assert.Null((await house.Place("ann@example.org")).TickedAt);

        Assert.Equal(new CheckedIn(place.Id, "Ann Example", WasIn: false), (await house.Attendance.CheckIn(Helper(house), $"https://sessions.example.org/check-in/{code}", house.SessionId)).Value);
        Assert.Equal(new CheckedIn(place.Id, "Ann Example", WasIn: true), (await house.Attendance.CheckIn(house.Host, code)).Value);
        Assert.Equal(house.Time.Now(), (await house.Place("ann@example.org")).TickedAt);
    }

    [Theory, EachDatabase]
    public async Task No_other_link_is_a_code_and_a_code_is_no_other_link(DatabaseProvider provider)
    {
        await using var house = await Signed(provider);
        house.Time.MoveTo(new(2023, 11, 1, 11, 50, 0, TimeSpan.Zero));
        var (place, code) = await Code(house, "ann@example.org");

        foreach (var wrong in new[] { house.Links.Join(place, place.Person!), house.Links.My(place.Person!), house.Links.Token(LinkPurpose.CheckIn, place.Id, 1), "", null, code[..^1] })
            Assert.Equal(AttendanceRefusal.NotFound, (await house.Attendance.CheckIn(house.Host, wrong)).No);
        Assert.False((await house.Personal.Join(code)).Ok);
        Assert.Null(await house.My.Join(code, house.Time.Now()));
        Assert.False((await house.Service.Withdraw(code, place.Id)).Ok);
        var (_, waiting) = await Code(house, "wim@example.org");
        Assert.Equal(AttendanceRefusal.NoPlace, (await house.Attendance.CheckIn(house.Host, waiting)).No);
        await house.Service.Withdraw(house.Links.My(place.Person!), place.Id);
        Assert.Equal(AttendanceRefusal.NotFound, (await house.Attendance.CheckIn(house.Host, code)).No);
    }

    [Theory, EachDatabase]
    public async Task What_the_code_opens_names_the_person_to_who_may_let_them_in_alone(DatabaseProvider provider)
    {
        await using var house = await Signed(provider);
        var (_, code) = await Code(house, "ann@example.org");
        var stranger = Helper(house) with { Helps = new HashSet<Guid>(), IsHost = true, Series = new HashSet<Guid> { Guid.NewGuid() } };

        foreach (var who in new[] { null, stranger })
        {
            var page = (await house.AtTheDoor.CheckIn(code, who, house.Time.Now()))!;
            Assert.Null(page.AtTheDoor);
            Assert.DoesNotContain("Ann", page.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(("Ann Example", "ann@example.org", false), (await house.AtTheDoor.CheckIn(code, house.Host, house.Time.Now()))!.AtTheDoor is { } host ? (host.Name, host.Address, host.IsOpen) : default);
        house.Time.MoveTo(new(2023, 11, 1, 11, 50, 0, TimeSpan.Zero));
        Assert.Equal(("a…@example.org", true), (await house.AtTheDoor.CheckIn(code, Helper(house), house.Time.Now()))!.AtTheDoor is { } helper ? (helper.Address, helper.IsOpen) : default);
    }

    [Theory, EachDatabase]
    public async Task The_list_at_the_door_counts_and_is_searched_without_accents(DatabaseProvider provider)
    {
        await using var house = await Signed(provider);
        house.Time.MoveTo(new(2023, 11, 1, 11, 50, 0, TimeSpan.Zero));
        await house.Attendance.CheckIn(house.Host, (await Code(house, "ann@example.org")).Code);

        var door = (await house.AtTheDoor.Door(house.Host, house.SessionId))!;

        Assert.Equal(1, door.In);
        Assert.Equal(["Ann Example", "nameless@example.org", "Zoë Östlund"], door.People.Select(p => p.Shown));
        Assert.Equal("Zoë Östlund", Assert.Single(door.Find("zoe ost")).Name);
        Assert.Equal("nameless@example.org", Assert.Single(door.Find("namel")).Shown);
        Assert.Empty(door.Find("stlund"));
        Assert.Equal(3, door.Find(" ").Count);
    }

    [Theory, EachDatabase]
    public async Task A_code_stands_on_the_personal_page_where_there_is_a_door_and_a_place(DatabaseProvider provider)
    {
        await using var house = await Signed(provider);
        Assert.NotNull(Assert.Single((await house.My.My(await house.MyToken("ann@example.org"), house.Time.Now()))!.Coming).CheckInToken);
        Assert.Null(Assert.Single((await house.My.My(await house.MyToken("wim@example.org"), house.Time.Now()))!.Coming).CheckInToken);

        await using var online = await House.Create(provider);
        await online.Service.SignUp(online.SessionId, "ann@example.org");
        Assert.Null(Assert.Single((await online.My.My(await online.MyToken("ann@example.org"), online.Time.Now()))!.Coming).CheckInToken);
    }

    /// <summary>Three have a place in the town hall, Wim waits.</summary>
    private static async Task<House> Signed(DatabaseProvider provider)
    {
        var house = await House.Create(provider, with: s => s.Session("one", title: "Virtual wards", number: 41, with: one => (one.Capacity, one.OwnVenue) = (3, new(Address: "The town hall"))));
        foreach (var (address, name) in new[] { ("zoe", "Zoë Östlund"), ("ann", "Ann Example"), ("nameless", null), ("wim", "Wim") }) await house.Service.SignUp(house.SessionId, $"{address}@example.org", name);
        return house;
    }

    private static Actor Helper(House house) => new(house.HostId, "", IsAdmin: false, IsHost: false, new HashSet<Guid>()) { Helps = new HashSet<Guid> { house.SeriesId } };

    private static async Task<(Registration Place, string Code)> Code(House house, string address)
    {
        var place = await house.Place(address);
        return (place, house.Links.CheckIn(place, place.Person!));
    }
}
