using Bunit;

namespace Sessions.Tests.Support;

public sealed class AssemblyResolverTests : BunitContext
{
    [Fact]
    public void A_rendered_fragment_is_compared_by_meaning_and_not_by_white_space()
    {
        var page = Render(builder => builder.AddMarkupContent(0, "<p   class=\"when\">Thursday</p>"));

        page.MarkupMatches("<p class=when>Thursday</p>");
        Assert.Throws<HtmlEqualException>(() => page.MarkupMatches("<p class=when>Friday</p>"));
    }
}
