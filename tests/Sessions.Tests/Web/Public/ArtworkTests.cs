using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sessions.Web.Public;

namespace Sessions.Tests.Web.Public;

public partial class ArtworkTests
{
    [Fact]
    public void A_session_has_as_many_marks_as_its_number_and_one_of_them_is_the_last()
    {
        for (var n = 1; n <= 150; n++)
        {
            var picture = XElement.Parse($"<svg>{Artwork.Pattern(n)}</svg>");
            Assert.Equal(n, Moves().Count(picture.ToString()));
            var last = Assert.Single(picture.Elements("path"), p => (string?)p.Attribute("class") == "last");
            Assert.Single(Moves().Matches((string)last.Attribute("d")!));
        }
    }

    [Fact]
    public void Every_mark_lies_inside_the_square()
    {
        for (var n = 1; n <= 150; n++)
        {
            foreach (var path in XElement.Parse($"<svg>{Artwork.Pattern(n)}</svg>").Descendants("path"))
            {
                var half = double.Parse((string)path.Attribute("stroke-width")!, CultureInfo.InvariantCulture) / 2;
                var figures = Figures().Matches(((string)path.Attribute("d")!).Replace("h0", "", StringComparison.Ordinal));
                Assert.All(figures, f => Assert.InRange(double.Parse(f.ValueSpan, CultureInfo.InvariantCulture), half, 120 - half));
            }
        }
    }

    [Theory]
    [InlineData(1, "M60 60h0")]
    [InlineData(7, "M83 19.1L97.4 31.6")]
    [InlineData(37, "M65.4 8.9L73.6 10.4")]
    [InlineData(38, "M49 93.4L41.3 86")]
    [InlineData(39, "M57 41.2L51.5 7.7")]
    [InlineData(40, "M112.7 30.4L112.7 89.6")]
    [InlineData(41, "M8.8 69h0")]
    public void The_last_mark_stands_where_the_design_drew_it(int number, string drawn)
    {
        var last = (string)XElement.Parse($"<svg>{Artwork.Pattern(number)}</svg>").Elements("path").Single(p => p.Attribute("class") is not null).Attribute("d")!;
        Assert.Equal(drawn.Contains('L', StringComparison.Ordinal), last.Contains('L', StringComparison.Ordinal));
        var (expected, actual) = (Figures().Matches(drawn), Figures().Matches(last));
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(double.Parse(expected[i].ValueSpan, CultureInfo.InvariantCulture), double.Parse(actual[i].ValueSpan, CultureInfo.InvariantCulture), 0.35);
    }

    [Fact]
    public void The_same_number_gives_the_same_picture_for_ever()
    {
        var all = string.Concat(Enumerable.Range(1, 150).Select(n => Artwork.Pattern(n))) + Artwork.Pattern(null) + Artwork.NotFound;
        Assert.Equal("29848C4664D33AC0", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16]);
    }

    [Fact]
    public void Above_150_the_last_two_digits_are_drawn()
    {
        Assert.Equal(Artwork.Pattern(51), Artwork.Pattern(151));
        Assert.Equal(Artwork.Pattern(100), Artwork.Pattern(200));
        Assert.Equal(Artwork.Pattern(47), Artwork.Pattern(int.MaxValue));
        Assert.NotEqual(Artwork.Pattern(50), Artwork.Pattern(150));
    }

    [Fact]
    public void Without_a_number_there_is_a_ring_of_24_dots_and_an_unknown_address_lacks_one()
    {
        Assert.Equal(24, Moves().Count(Artwork.Pattern(null)));
        Assert.Equal(Artwork.Pattern(null), Artwork.Pattern(0));
        Assert.Equal(23, Moves().Count(Artwork.NotFound));
        Assert.DoesNotContain("M85 16.7h0", Artwork.NotFound, StringComparison.Ordinal);
        Assert.Contains("M85 16.7h0", Artwork.Pattern(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AI in Health", "AH")]
    [InlineData("Virtual Wards", "VW")]
    [InlineData("RAP for Health Inequalities", "RHI")]
    [InlineData("Tools & Methods in Open Health Data", "TMOH")]
    [InlineData("open data", "OD")]
    [InlineData("<script>alert(1)</script>", "SS")]
    [InlineData("10 years", "Y")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Initials_come_from_the_words_with_capitals(string? title, string initials) => Assert.Equal(initials, Artwork.Initials(title));

    [Fact]
    public void A_poster_shows_what_is_known_and_nothing_else()
    {
        static List<string> Texts(string poster) => [.. XElement.Parse($"<svg>{poster}</svg>").Elements("text").Select(t => t.Value)];
        Assert.Equal(["39", "VW"], Texts(Artwork.Poster(39, "Virtual Wards")));
        Assert.Equal(["40"], Texts(Artwork.Poster(40, null)));
        Assert.Equal(["OD"], Texts(Artwork.Poster(null, "Open Data")));
        Assert.Empty(Texts(Artwork.Poster(null, null)));
    }

    [GeneratedRegex("M")]
    private static partial Regex Moves();

    [GeneratedRegex("-?[0-9.]+")]
    private static partial Regex Figures();
}
