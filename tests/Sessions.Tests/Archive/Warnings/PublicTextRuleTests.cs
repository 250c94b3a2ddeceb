using System.Text.Json;
using Sessions.Archive.Warnings;
using Sessions.Tests.Support;

namespace Sessions.Tests.Archive.Warnings;

public sealed class PublicTextRuleTests
{
    [Fact]
    public void A_text_made_to_be_slow_stops_nothing()
    {
        var text = $"password{new string(' ', 60_000)}x\n{string.Concat(Enumerable.Repeat("passcode : ", 3_000))}\n+44 20 7946 0958";

        Assert.Contains(PublicTextRule.Look(text), w => w.Kind == WarningKind.PhoneNumber);
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private static readonly IReadOnlyList<Sample> Texts = JsonSerializer.Deserialize<List<Sample>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Sessions.Tests/Archive/Warnings/public-texts.json")), Options)!;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Texts.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Each_of_forty_texts_is_warned_of_for_exactly_what_is_in_it(int number) =>
        Assert.Equal(Texts[number].Finds.Select(f => (f.Kind, f.Words)), PublicTextRule.Look(Texts[number].Text).Select(w => (w.Kind, w.Found)));

    [Fact]
    public void Fifteen_of_the_forty_texts_are_clean_and_every_kind_is_among_the_others()
    {
        Assert.Equal(40, Texts.Count);
        Assert.Equal(15, Texts.Count(t => t.Finds.Count == 0));
        Assert.Equal([WarningKind.PhoneNumber, WarningKind.EmailAddress, WarningKind.JoinLink, WarningKind.Password], Texts.SelectMany(t => t.Finds).Select(f => f.Kind).Distinct().Order());
    }

    [Fact]
    public void A_text_of_nothing_and_an_endless_one_are_looked_through_in_no_time()
    {
        Assert.Empty(PublicTextRule.Look(null));
        Assert.Empty(PublicTextRule.Look(" \n\t"));
        foreach (var piece in new[] { "0", "a", "a@", "1 ", "(at) ", "a.", "+1 ", "0-", "password ", "https://a/", "1.", "ISBN 1 " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
            Assert.True(PublicTextRule.Look(text).Count <= PublicTextRule.Most, piece);
        }
    }

    internal sealed record Sample(string Text, IReadOnlyList<Find> Finds);

    internal sealed record Find(WarningKind Kind, string Words);
}
