using Sessions.Tests.Architecture.Rules;

namespace Sessions.Tests.Architecture;

public sealed class ArchitectureTests
{
    private static readonly Rule[] All = [.. RoomRules.All, .. WriteRules.All, .. TimeRules.All, .. WebRules.All, .. ShownRules.All, .. PageRules.All, .. FileRules.All];

    public static TheoryData<string> Keys => [.. All.Select(rule => rule.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_house_keeps_the_rule(string key)
    {
        var rule = All.Single(rule => rule.Key == key);

        var breaches = rule.Breaches(House.Real).Distinct().Select(breach => breach.ToString()).Order(StringComparer.Ordinal).ToList();

        Assert.True(breaches.Count == 0, $"{rule.Sentence}\n{string.Join('\n', breaches)}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_rule_sees_its_fixture_break_it_and_leaves_the_fine_parts_alone(string key)
    {
        var rule = All.Single(rule => rule.Key == key);
        var broken = House.BrokenFor(rule);

        var breaches = rule.Breaches(broken).Select(breach => breach.Where).ToHashSet();

        var members = broken.Files.Select(file => file.Path).Concat(broken.Types.Select(type => type.FullName)).ToList();
        Assert.NotEmpty(breaches);
        Assert.DoesNotContain(breaches, where => where.Contains("Fine", StringComparison.Ordinal));
        if (breaches.IsSubsetOf(members))
            Assert.Equal(members.Where(member => !member.Contains("Fine", StringComparison.Ordinal)).Order(StringComparer.Ordinal), breaches.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_fixture_is_left_without_its_rule()
    {
        var keys = All.Select(rule => rule.Key).ToList();
        var fixtures = Directory.EnumerateFiles(Path.Combine(House.Root, "tests/Sessions.Tests/Architecture/Fixtures")).Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.Empty(fixtures.Except(keys));
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_rules_look_at_the_whole_house()
    {
        Assert.Contains(House.Real.Types, type => type.FullName == "Sessions.Data.SessionsDb");
        Assert.Contains(House.Real.Types, type => type.FullName == "Sessions.Web.Program");
        Assert.Contains(House.Real.Files, file => file.Path == "src/Sessions.Web/Program.cs");
    }
}
