using Sessions.Web.Public;

namespace Sessions.Tests.Web.Public;

public sealed class HostTextTests
{
    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,hello)")]
    [InlineData("[x](//evil.example.org)")]
    [InlineData("![x](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    public void A_link_that_leads_to_no_web_mailbox_or_page_of_ours_is_only_its_words(string markdown) =>
        Assert.DoesNotContain("href", HostText.Html(markdown, 1).Value, StringComparison.Ordinal);

    [Fact]
    public void Text_that_nests_without_end_is_shown_as_it_was_typed() =>
        Assert.Contains("&gt;&gt;&gt;", HostText.Html(new string('>', 600) + " <b>x", 1).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("[the words](https://example.org)", "<a href=\"https://example.org\">the words</a>")]
    [InlineData("[the words](/archive)", "<a href=\"/archive\">the words</a>")]
    [InlineData("[the words](mailto:a@example.org)", "<a href=\"mailto:a@example.org\">the words</a>")]
    [InlineData("![the words](https://example.org/a.png)", "<a href=\"https://example.org/a.png\">the words</a>")]
    [InlineData("[the *words*](javascript:x)", "the <em>words</em>")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    public void The_rest_is_written_out(string markdown, string html) =>
        Assert.Contains(html, HostText.Html(markdown, 1).Value, StringComparison.Ordinal);
}
