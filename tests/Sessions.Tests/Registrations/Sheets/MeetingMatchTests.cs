using Sessions.Registrations;
using Sessions.Registrations.Sheets;

namespace Sessions.Tests.Registrations.Sheets;

public sealed class MeetingMatchTests
{
    [Theory]
    [InlineData("Kit Example", "kit example")]
    [InlineData("  kit   EXAMPLE ", "kit example")]
    [InlineData("Kít Éxample (she/her)", "kit example")]
    [InlineData("Kit Example [they / them]", "kit example")]
    [InlineData("Kit Example she/her", "kit example")]
    [InlineData("Dr. Kit Example", "kit example")]
    [InlineData("Kit Example - Example Ltd", "kit example")]
    [InlineData("Kit Example | Example Ltd", "kit example")]
    [InlineData("Kit Example, Example Ltd", "kit example")]
    [InlineData("Kit Example (Example)", "kit example")]
    [InlineData("Example, Kit", "kit example")]
    [InlineData("K. (Kit Example)", "kit example")]
    [InlineData("Łukasz Øster-Straße", "lukasz oster strasse")]
    [InlineData("Siobhán O’Example", "siobhan oexample")]
    public void A_name_is_known_by_whatever_stands_around_it(string written, string form) => Assert.Contains(form, PersonNames.Forms(written));

    [Theory]
    [InlineData("Wei Ling He", "wei ling")]
    [InlineData("Smith, John", "smith")]
    [InlineData("Kit (Guest)", "guest")]
    [InlineData("🐝", "")]
    [InlineData("she/her", "she her")]
    public void What_may_be_a_name_of_its_own_is_not_taken_from_it(string written, string form) => Assert.DoesNotContain(form, PersonNames.Forms(written));

    [Fact]
    public void The_address_comes_first_and_a_name_counts_where_it_is_one_here_and_there()
    {
        var (kit, noor) = (One("Kit Example", "kit@example.org"), One("Noor Example", "noor@example.org"));

        Assert.Equal([(MatchedBy.Address, kit.Id), (MatchedBy.Name, noor.Id), (null, null)],
            Matched([Listed("Somebody Else", "kit@example.org"), Listed("NOOR EXAMPLE (she/her)", "private@example.com"), Listed("Nobody Known")], kit, noor));
    }

    [Fact]
    public void Two_of_a_name_on_either_side_are_for_a_host_to_decide()
    {
        var (one, two, other) = (One("Kim Example", "one@example.org"), One("Kim Example", "two@example.org"), One("Sam Example", "sam@example.org"));
        ListedPerson[] list = [Listed("Kim Example"), Listed("Sam Example", "a@example.com"), Listed("Sam Example - Example Ltd", "b@example.com")];

        Assert.All(Matched(list, one, two, other), row => Assert.Equal((null, null), row));
        var chosen = MeetingMatch.Of(list, [one, two, other], new Dictionary<int, Guid?> { [0] = two.Id, [1] = null, [2] = Guid.NewGuid() }, null);
        Assert.Equal([(MatchedBy.Choice, two.Id), (MatchedBy.Choice, null), (null, null)], chosen.Select(m => (m.By, m.Person?.Id)));
        Assert.Equal([2, 1, 1], chosen.Select(m => m.Candidates.Count));
    }

    [Fact]
    public void A_second_device_under_the_name_of_one_who_is_known_by_the_address_is_no_question()
    {
        var kit = One("Kit Example", "kit@example.org");

        Assert.Equal([(MatchedBy.Address, kit.Id), (MatchedBy.Name, kit.Id)], Matched([Listed("Kit Example", "kit@example.org"), Listed("Kit Example")], kit));
        var stayed = MeetingMatch.Of([Listed("Kit Example", "kit@example.org", 6), Listed("Kit Example", minutes: 6)], [kit], new Dictionary<int, Guid?>(), 10);
        Assert.All(stayed, m => Assert.True(m.Counts));
        Assert.All(MeetingMatch.Of([Listed("Kit Example", "kit@example.org", 6)], [kit], new Dictionary<int, Guid?>(), 10), m => Assert.True(m.IsTooShort));
        Assert.All(MeetingMatch.Of([Listed("Kit Example", "kit@example.org")], [kit], new Dictionary<int, Guid?>(), 10), m => Assert.True(m.Counts));
    }

    [Fact]
    public void Who_waited_or_left_is_named_as_such_and_a_place_comes_before_both()
    {
        var (waits, left, has) = (One("Wim Example", "wim@example.org", RegistrationState.Waitlisted), One("Lea Example", "lea@example.org", RegistrationState.Withdrawn), One("Wim Example", "other@example.org"));

        var found = MeetingMatch.Of([Listed("Wim", "wim@example.org"), Listed("Lea Example"), Listed("Wim Example")], [waits, left, has], new Dictionary<int, Guid?>(), null);

        Assert.Equal([RegistrationState.Waitlisted, RegistrationState.Withdrawn, null], found.Select(m => m.Elsewhere));
        Assert.Equal([false, false, true], found.Select(m => m.Counts));
    }

    private static IEnumerable<(MatchedBy?, Guid?)> Matched(IReadOnlyList<ListedPerson> list, params Registered[] people) =>
        MeetingMatch.Of(list, people, new Dictionary<int, Guid?>(), null).Select(m => (m.By, m.Person?.Id));

    private static Registered One(string name, string address, RegistrationState state = RegistrationState.Confirmed) => new(Guid.NewGuid(), name, address, state, Came: false);

    private static ListedPerson Listed(string? name, string? address = null, double? minutes = null) => new(1, name, address, minutes, IsOutside: false);
}
