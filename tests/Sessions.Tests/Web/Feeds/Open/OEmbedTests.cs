using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Sessions.Tests.Web.Feeds.Open;

public sealed class OEmbedTests
{
    private const string Held = "https://sessions.example.org/series/weekly/held";

    [Fact]
    public async Task A_session_with_a_recording_is_a_video_in_a_frame_no_larger_than_was_asked()
    {
        await using var stage = await OpenStage.Open();

        var answer = JsonNode.Parse(await stage.Site.Read($"/oembed?url={Uri.EscapeDataString(Held)}&maxwidth=400&maxheight=300"))!;

        Assert.Equal(("1.0", "video", OpenStage.Nasty, 400, 300), ((string?)answer["version"], (string?)answer["type"], (string?)answer["title"], (int)answer["width"]!, (int)answer["height"]!));
        var frame = new HtmlParser().ParseDocument((string)answer["html"]!).QuerySelector("iframe")!;
        Assert.Equal(("https://sessions.example.org/embed/weekly/held", "400", OpenStage.Nasty), (frame.GetAttribute("src"), frame.GetAttribute("width"), frame.GetAttribute("title")));
        Assert.Empty(new HtmlParser().ParseDocument((string)answer["html"]!).QuerySelectorAll("script"));
    }

    [Theory]
    [InlineData("https://sessions.example.org/series/weekly", "Open & weekly")]
    [InlineData("https://sessions.example.org/series/weekly/ahead", "Ahead")]
    [InlineData("https://sessions.example.org/series/weekly/ahead?zone=UTC", "Ahead")]
    public async Task Every_other_page_is_a_link_in_JSON_and_in_XML(string page, string title)
    {
        await using var stage = await OpenStage.Open();

        var json = JsonNode.Parse(await stage.Site.Read($"/oembed?format=json&url={Uri.EscapeDataString(page)}"))!;
        var xml = XDocument.Parse(await stage.Site.Read($"/oembed?format=xml&url={Uri.EscapeDataString(page)}")).Root!;

        Assert.Equal(("link", title), ((string?)json["type"], (string?)json["title"]));
        Assert.Equal(("oembed", "link", title), (xml.Name.LocalName, xml.Element("type")!.Value, xml.Element("title")!.Value));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?url=", HttpStatusCode.BadRequest)]
    [InlineData("?url=https%3A%2F%2Fsessions.example.org%2Fseries%2Fweekly&format=yaml", HttpStatusCode.NotImplemented)]
    [InlineData("?url=https%3A%2F%2Felsewhere.example.org%2Fseries%2Fweekly", HttpStatusCode.NotFound)]
    [InlineData("?url=https%3A%2F%2Fsessions.example.org%2Fseries%2Fsecret", HttpStatusCode.NotFound)]
    [InlineData("?url=https%3A%2F%2Fsessions.example.org%2Fseries%2Fweekly%2Fdrafts-only", HttpStatusCode.NotFound)]
    [InlineData("?url=https%3A%2F%2Fsessions.example.org%2Fhost", HttpStatusCode.NotFound)]
    [InlineData("?url=javascript%3Aalert(1)", HttpStatusCode.NotFound)]
    [InlineData("?url=%00", HttpStatusCode.NotFound)]
    public async Task What_it_can_not_show_it_refuses_as_the_specification_says(string query, HttpStatusCode status)
    {
        await using var stage = await OpenStage.Open();
        using var visitor = stage.Site.Visitor();

        Assert.Equal(status, (await visitor.GetAsync(new Uri("/oembed" + query, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Only_the_page_in_the_frame_may_stand_in_one_and_it_needs_no_script()
    {
        await using var stage = await OpenStage.Open();
        using var visitor = stage.Site.Visitor();

        for (var time = 1; time <= 2; time++)
        {
            using var embed = await visitor.GetAsync(new Uri("/embed/weekly/held", UriKind.Relative));
            using var page = await visitor.GetAsync(new Uri("/series/weekly/held", UriKind.Relative));
            Assert.EndsWith("frame-ancestors *", Assert.Single(embed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            var document = new HtmlParser().ParseDocument(await embed.Content.ReadAsStringAsync());
            Assert.Empty(document.QuerySelectorAll("script, form, iframe"));
            Assert.StartsWith("/files/", document.QuerySelector("video")!.GetAttribute("src"), StringComparison.Ordinal);
        }
    }
}
