using Sessions.Web.Public;

namespace Sessions.Tests.Web.Public;

public sealed class CardTextTests
{
    private const double Width = 700;

    [Fact]
    public void A_short_title_stands_large_and_in_one_line()
    {
        var (size, lines) = CardText.Fit("Tools", Width, (76, 3), (60, 4));

        Assert.Equal((76, "Tools"), (size, Assert.Single(lines)));
    }

    [Theory]
    [InlineData("The quick brown fox jumps over the lazy dog and then writes a very long report about open data in health and care")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    [InlineData("開放資料拯救生命開放資料拯救生命開放資料拯救生命開放資料拯救生命")]
    public void A_long_title_shrinks_and_no_word_of_it_is_lost_or_leaves_the_picture(string title)
    {
        var (size, lines) = CardText.Fit(title, Width, (76, 3), (60, 4), (46, 5));

        Assert.Equal(title.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.EnumerateRunes().Count() * size * (line.Any(c => c > 0x1100) ? 1 : 0.5) <= Width, line));
    }

    [Fact]
    public void What_fits_at_no_size_ends_with_dots()
    {
        var (size, lines) = CardText.Fit(string.Join(' ', Enumerable.Repeat("overflowing", 60)), Width, (76, 3), (46, 5));

        Assert.Equal((46, 5), (size, lines.Count));
        Assert.EndsWith("…", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(.305, .06, 168, "#033829")]
    [InlineData(1, 0, 0, "#ffffff")]
    [InlineData(0, 0, 0, "#000000")]
    public void Colours_are_those_of_the_style_sheet(double lightness, double chroma, int hue, string hex) => Assert.Equal(hex, Oklch.Hex(lightness, chroma, hue));
}
