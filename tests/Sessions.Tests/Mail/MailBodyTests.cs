using AngleSharp.Html.Parser;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

public sealed class MailBodyTests
{
    private const string Hostile = "<script>alert(1)</script> & \"quoted\" 'single' 🌊";

    [Fact]
    public void The_text_part_is_real_text()
    {
        Assert.Equal("""
            #OpenDataSavesLives, session 41

            Your place is saved
            ===================

                Wednesday 1 November 2023, 12:00 to 13:00
                Europe/London (UTC+00:00)

            Your joining link:
            https://sessions.example.org/join/kestrel-7f3a

            It is yours alone.

            The clocks go back on Sunday.

            - 1 November
            - 8 November

            ----
            Cannot come? Give up your place <https://sessions.example.org/my/kestrel-7f3a>: the next person gets it.

            Questions? Contact <https://sessions.example.org/contact>

            """.ReplaceLineEndings("\n"), Samples.Body.ToText());
    }

    [Fact]
    public void The_html_part_has_one_style_and_nothing_from_elsewhere()
    {
        var html = Samples.Body.ToHtml();
        var page = new HtmlParser().ParseDocument(html);

        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, [style]"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Your place is saved", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("https://sessions.example.org/join/kestrel-7f3a", page.QuerySelector("a.go")!.GetAttribute("href"));
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_in_a_block_is_text_and_never_markup()
    {
        var body = new MailBody(Hostile, [
            new MailBlock.Kicker(Hostile), new MailBlock.Heading(Hostile), new MailBlock.Facts([Hostile, Hostile]), new MailBlock.Paragraph(MailText.Strong(Hostile)),
            new MailBlock.Items([Hostile]), new MailBlock.Button(Hostile, MailLink.Open("https://example.org/?a=\"><script>")), new MailBlock.Quiet(Hostile), new MailBlock.Footer([Hostile]),
        ], Language: "\"><script>");

        var page = new HtmlParser().ParseDocument(body.ToHtml());

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(Hostile, page.Title);
        Assert.All(page.QuerySelectorAll("h1, .when p, ul li, a.go, .foot p"), element => Assert.Equal(Hostile, element.TextContent));
        Assert.Equal(6, page.QuerySelectorAll("h1, .when p, ul li, a.go, .foot p").Length);
    }

    [Fact]
    public void A_masked_body_holds_no_secret_target_in_either_form()
    {
        var spelledOut = Samples.Body with { Blocks = [.. Samples.Body.Blocks, new MailBlock.Paragraph("Or copy https://sessions.example.org/join/kestrel-7f3a into your browser.")] };

        var masked = spelledOut.Masked();

        foreach (var rendered in (string[])[masked.ToText(), masked.ToHtml()])
        {
            Assert.DoesNotContain("kestrel-7f3a", rendered, StringComparison.Ordinal);
            Assert.Contains("https://sessions.example.org/contact", rendered, StringComparison.Ordinal);
        }
        Assert.Contains("Your joining link:\nhttps://sessions.example.org/join/…", masked.ToText(), StringComparison.Ordinal);
        Assert.Contains("kestrel-7f3a", spelledOut.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_the_query_or_right_behind_the_host_is_masked_too()
    {
        Assert.Equal("https://example.org/account/…", MailLink.Secret("https://example.org/account/enter?t=secret").Masked().Target);
        Assert.Equal("https://example.org/…", MailLink.Secret("https://example.org/secret").Masked().Target);
        Assert.Equal("https://example.org/…", MailLink.Secret("https://example.org/?secret").Masked().Target);
    }

    [Fact]
    public void A_translation_may_move_the_parts_of_a_sentence()
    {
        var text = MailText.Format("{1}, then {0} {2} {", MailText.Strong("first"), "second");

        Assert.Equal("second, then first {2} {", string.Concat(text.Runs.Select(run => run.Text)));
        Assert.Equal("first", Assert.Single(text.Runs, run => run.IsStrong).Text);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/my/relative")]
    [InlineData("")]
    [InlineData("data:text/html,x")]
    public void A_link_leads_to_a_page_or_a_mailbox_or_nowhere(string target) =>
        Assert.Throws<ArgumentException>(() => MailLink.Open(target));
}
