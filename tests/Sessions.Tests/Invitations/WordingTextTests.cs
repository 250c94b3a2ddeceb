using Sessions.Invitations;

namespace Sessions.Tests.Invitations;

public sealed class WordingTextTests
{
    private static readonly IReadOnlyList<string> Known = WordingSlots.Find("registration.confirmed")!.Placeholders;

    [Theory]
    [InlineData("{nmae}", "nmae", "name")]
    [InlineData("Hello {first name}", "first name", "name")]
    [InlineData("{sesion} it is", "sesion", "session")]
    [InlineData("{SERIE}", "SERIE", "series")]
    [InlineData("{host}", "host", "hosts")]
    [InlineData("{whne}", "whne", "when")]
    [InlineData("{location}", "location", null)]
    [InlineData("{🐝}", "🐝", null)]
    public void A_placeholder_that_stands_for_nothing_is_told_with_the_one_that_was_meant(string text, string written, string? meant) =>
        Assert.Equal([new(WordingFaultKind.Unknown, written, meant)], Faults(text));

    [Theory]
    [InlineData("Hello {name, welcome", WordingFaultKind.Unclosed, "Hello {name, welcome", "name")]
    [InlineData("Hello {\nwelcome", WordingFaultKind.Unclosed, "Hello {", null)]
    [InlineData("{{name}", WordingFaultKind.Unopened, "{{name}", null)]
    [InlineData("A smile :}", WordingFaultKind.Unopened, "A smile :}", null)]
    [InlineData("Here: { }", WordingFaultKind.Empty, "{}", null)]
    [InlineData("See {until}", WordingFaultKind.NotHere, "until", null)]
    public void A_lonely_brace_and_what_belongs_to_another_mail_are_told_apart(string text, WordingFaultKind kind, string written, string? meant) =>
        Assert.Equal([new(kind, written, meant)], Faults(text));

    [Fact]
    public void All_faults_are_told_each_once_and_those_around_an_emoji_stay_whole()
    {
        Assert.Equal(["nmae", "whne"], Faults("{nmae} {whne} {nmae}").Select(f => f.Written));

        var around = Assert.Single(Faults(string.Concat(Enumerable.Repeat("🐝", 40)) + "}")).Written;
        Assert.Equal(around, string.Concat(around.EnumerateRunes()));
        Assert.DoesNotContain('\uFFFD', around);
    }

    [Fact]
    public void Every_slot_takes_its_own_placeholders_and_names_those_of_others()
    {
        Assert.All(WordingSlots.All, slot =>
        {
            Assert.Empty(WordingText.Read(string.Join(' ', slot.Placeholders.Select(name => $"{{{name}}} {{ {name.ToUpperInvariant()} }}")), slot.Placeholders).Faults);
            Assert.All(Placeholders.All.Except(slot.Placeholders), other => Assert.Equal(WordingFaultKind.NotHere, Assert.Single(WordingText.Read($"{{{other}}}", slot.Placeholders).Faults).Kind));
        });
        Assert.Equal(WordingSlots.All.Count, WordingSlots.All.Select(s => s.Key).Distinct().Count());
    }

    [Fact]
    public void Doubled_braces_are_braces_and_control_characters_go()
    {
        Assert.Empty(Faults("{{name}} is not {name}, {{{{"));
        Assert.Equal($"{{name}} is {WordingText.Mark("name")}", WordingText.Read("{{name}} is {name}", Known).Pattern);
        Assert.Equal("ab", WordingText.Read("a\0\uE000b", Known).Pattern);
    }

    [Fact]
    public void What_is_too_long_is_told_with_its_length()
    {
        Assert.Empty(Faults(new string('x', WordingText.Longest)));
        Assert.Equal([new(WordingFaultKind.TooLong, "10000")], Faults(new string('{', 10_000)));
    }

    [Theory]
    [InlineData("Hello {name},\nwelcome.", "Hello,\nwelcome.")]
    [InlineData("{name}, welcome", "Welcome")]
    [InlineData("We count on you, {name}.", "We count on you.")]
    [InlineData("So, {name}, see you", "So, see you")]
    [InlineData("Thanks {name} for coming", "Thanks for coming")]
    [InlineData("Hello {name}!", "Hello!")]
    [InlineData("One.\n{name}: two.", "One.\nTwo.")]
    [InlineData("{name}", "")]
    [InlineData("{name} {name}", "")]
    public void Without_a_name_the_sentence_stays_clean(string text, string expected) =>
        Assert.Equal(expected, WordingNames.Without(WordingText.Read(text, Known).Pattern, WordingText.Mark("name")));

    [Theory]
    [InlineData("Kim Example", true)]
    [InlineData("J.R. Example", true)]
    [InlineData("Dr. Kim Example-O’Hara", true)]
    [InlineData("Win at https://example.org", false)]
    [InlineData("cheap example.org", false)]
    [InlineData("www.example", false)]
    [InlineData("kim@example.org", false)]
    [InlineData("  ", false)]
    public void What_looks_like_an_address_is_nobodys_name(string name, bool isName) => Assert.Equal(isName, WordingNames.Fit(name) is not null);

    private static IReadOnlyList<WordingFault> Faults(string text) => WordingText.Read(text, Known).Faults;
}
