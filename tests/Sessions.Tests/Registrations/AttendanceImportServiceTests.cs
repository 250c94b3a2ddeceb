using System.Text;
using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Registrations;

public sealed class AttendanceImportServiceTests
{
    private const string List = """
        Name,Email,Duration
        Ann,ANN@example.org,61
        Bo Example (he/him),,58
        Joining Joe,joe@example.org,60
        Wim,wim@example.org,60
        Lea,lea@example.org,60
        A Stranger,stranger@example.com,60
        Short Sue,sue@example.org,3
        """;

    [Theory, EachDatabase]
    public async Task A_list_is_shown_before_it_is_noted_and_one_step_takes_it_back(DatabaseProvider provider)
    {
        await using var house = await Held(provider);
        var before = await State(house);

        var shown = (await house.Lists.Preview(house.Host, File(house))).Value!;

        Assert.Equal([AttendanceResult.Came, AttendanceResult.Came, AttendanceResult.Before, AttendanceResult.Waited, AttendanceResult.Withdrew, AttendanceResult.Unknown, AttendanceResult.Came], shown.Rows.Select(r => r.Result));
        Assert.Equal((3, 1, 0), (shown.New, shown.Before, shown.Open));
        Assert.Equal(before, await State(house));

        var saved = (await house.Lists.Save(house.Host, File(house) with { AtLeast = 5 })).Value!;

        Assert.Equal((2, AttendanceResult.TooShort), (saved.New, saved.Rows[^1].Result));
        Assert.Equal(["ann", "bo", "joe"], await Came(house));
        await using (var db = house.Database.Read())
        {
            Assert.Equal("Noted from a list that 2 people came", (await db.Audit.SingleAsync(e => e.SessionId == house.SessionId)).Text);
            Assert.Equal(6, await db.Registrations.CountAsync());
            Assert.Equal(6, await db.People.CountAsync());
        }

        // The same list once more notes nobody, and what a host ticked since is not the list's.
        Assert.Null((await house.Lists.Save(house.Host, File(house) with { AtLeast = 5 })).Value!.Id);
        await house.Attendance.Tick(house.Host, (await house.Place("sue@example.org")).Id, came: true);
        await house.Attendance.Tick(house.Host, (await house.Place("bo@example.org")).Id, came: false);
        await house.Attendance.Tick(house.Host, (await house.Place("bo@example.org")).Id, came: true);
        Assert.Equal([(saved.Id!.Value, 1)], (await house.AtTheDoor.Imports(house.Host, house.SessionId)).Select(i => (i.Id, i.Count)));

        Assert.Null(await house.Lists.Undo(house.Host, house.SessionId, saved.Id.Value));

        Assert.Equal(["bo", "joe", "sue"], await Came(house));
        Assert.Empty(await house.AtTheDoor.Imports(house.Host, house.SessionId));
        Assert.Equal(AttendanceImportRefusal.NotFound, await house.Lists.Undo(house.Host, house.SessionId, saved.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task Two_lists_at_the_same_moment_are_taken_back_each_by_itself(DatabaseProvider provider)
    {
        await using var house = await Held(provider);
        await house.Attendance.Tick(house.Host, (await house.Place("sue@example.org")).Id, came: true);

        var first = (await house.Lists.Save(house.Host, File(house, "Email\nann@example.org"))).Value!;
        var second = (await house.Lists.Save(house.Host, File(house, "Email\nbo@example.org"))).Value!;
        Assert.Equal(["ann", "bo", "joe", "sue"], await Came(house));
        await house.Lists.Undo(house.Host, house.SessionId, first.Id!.Value);

        Assert.Equal(["bo", "joe", "sue"], await Came(house));
        Assert.Equal(second.Id, Assert.Single(await house.AtTheDoor.Imports(house.Host, house.SessionId)).Id);
    }

    [Theory, EachDatabase]
    public async Task Where_several_could_be_meant_only_what_a_host_says_is_noted(DatabaseProvider provider)
    {
        await using var house = await Held(provider, also: ("kim.two@example.org", "Kim Example"));
        await house.Database.Write(async db => (await db.People.SingleAsync(p => p.Address == "ann@example.org")).Name = "Kim Example");
        var list = File(house, "Name\nKim Example\n");

        var open = Assert.Single((await house.Lists.Save(house.Host, list)).Value!.Rows);
        Assert.Equal((AttendanceResult.Choose, 2), (open.Result, open.Candidates.Count));
        Assert.Equal(["joe"], await Came(house));

        var two = (await house.Place("kim.two@example.org")).Id;
        Assert.Equal((1, two), (await house.Lists.Save(house.Host, list with { Choices = new Dictionary<int, Guid?> { [0] = two } })).Value is { } plan ? (plan.New, plan.Rows[0].RegistrationId!.Value) : default);
        Assert.Equal(["joe", "kim.two"], await Came(house));
    }

    [Theory, EachDatabase]
    public async Task A_helper_imports_and_sees_no_address_in_full_and_a_stranger_does_nothing(DatabaseProvider provider)
    {
        await using var house = await Held(provider);
        var nobody = new Actor(house.HostId, "", IsAdmin: false, IsHost: true, new HashSet<Guid>());
        var helper = nobody with { Helps = new HashSet<Guid> { house.SeriesId } };

        Assert.Equal(AttendanceImportRefusal.NotAllowed, (await house.Lists.Preview(nobody, File(house))).No);
        Assert.Equal(AttendanceImportRefusal.NotAllowed, (await house.Lists.Save(nobody, File(house))).No);
        Assert.Equal(AttendanceImportRefusal.NotFound, (await house.Lists.Save(house.Host, File(house) with { SessionId = Guid.NewGuid() })).No);
        Assert.Null(await house.AtTheDoor.Door(nobody, house.SessionId));
        var saved = (await house.Lists.Save(helper, File(house, "Name,Email\nann@example.org,ann@example.org\nSue,sue@example.org"))).Value!;
        Assert.Equal(2, saved.New);
        Assert.DoesNotContain("ann@", string.Join(' ', saved.Rows), StringComparison.Ordinal);
        Assert.Contains("a…@example.org", string.Join(' ', saved.Rows), StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", string.Join(' ', (await house.AtTheDoor.Door(helper, house.SessionId))!.People), StringComparison.Ordinal);
        Assert.Equal(AttendanceImportRefusal.NotAllowed, await house.Lists.Undo(nobody, house.SessionId, saved.Id!.Value));
        Assert.Empty(await house.AtTheDoor.Imports(nobody, house.SessionId));
        Assert.Null(await house.Lists.Undo(helper, house.SessionId, saved.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_noted_before_the_room_opens(DatabaseProvider provider)
    {
        await using var house = await House.Create(provider);
        await house.Service.SignUp(house.SessionId, "ann@example.org");

        Assert.Equal(AttendanceImportRefusal.TooEarly, (await house.Lists.Preview(house.Host, File(house))).No);
        Assert.Equal(AttendanceImportRefusal.TooEarly, (await house.Lists.Save(house.Host, File(house))).No);
    }

    /// <summary>Ann, Bo Example and Sue have a place; Joe used the button, Wim waits, Lea left.</summary>
    private static async Task<House> Held(DatabaseProvider provider, (string Address, string Name)? also = null)
    {
        var house = await House.Create(provider, capacity: also is null ? 5 : 6, asks: true);
        foreach (var who in new[] { "ann", "bo", "sue", "joe" }) await house.Service.SignUp(house.SessionId, $"{who}@example.org", who == "bo" ? "Bo Example" : null);
        if (also is { } one) await house.Service.SignUp(house.SessionId, one.Address, one.Name);
        await house.Service.SignUp(house.SessionId, "lea@example.org");
        await house.Service.SignUp(house.SessionId, "wim@example.org");
        await house.Service.Withdraw(await house.MyToken("lea@example.org"), (await house.Place("lea@example.org")).Id);
        house.Time.MoveTo(new(2023, 11, 1, 12, 30, 0, TimeSpan.Zero));
        var joe = await house.Place("joe@example.org");
        Assert.True((await house.Personal.Join(house.Links.Join(joe, joe.Person!))).Ok);
        return house;
    }

    private static AttendanceFile File(House house, string text = List) => new(house.SessionId, Encoding.UTF8.GetBytes(text));

    private static async Task<List<string>> Came(House house)
    {
        await using var db = house.Database.Read();
        return (await db.Registrations.Include(r => r.Person).ToListAsync()).Where(r => r.CameAt is not null).Select(r => r.Person!.Address!.Split('@')[0]).Order(StringComparer.Ordinal).ToList();
    }

    private static async Task<string> State(House house)
    {
        await using var db = house.Database.Read();
        return await Tables.Hash(db);
    }
}
