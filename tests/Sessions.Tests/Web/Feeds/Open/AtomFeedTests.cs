using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Tests.Support;
using Sessions.Web.Feeds;

namespace Sessions.Tests.Web.Feeds.Open;

public sealed partial class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_keeps_every_rule_of_RFC_4287_that_can_be_checked()
    {
        await using var stage = await OpenStage.Open();
        var feed = XDocument.Parse(await stage.Site.Read("/series/weekly/feed.xml")).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        HasOne(feed, "id", "title", "updated");
        Assert.NotEmpty(feed.Elements(Atom + "author"));
        Assert.All(feed.DescendantsAndSelf(), element => Assert.Equal(Atom, element.Name.Namespace));
        var self = Assert.Single(feed.Elements(Atom + "link"), l => (string?)l.Attribute("rel") == "self");
        Assert.Equal("https://sessions.example.org/series/weekly/feed.xml", (string?)self.Attribute("href"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            HasOne(entry, "id", "title", "updated", "published");
            Assert.True(entry.Elements(Atom + "summary").Count() <= 1 && entry.Elements(Atom + "content").Count() <= 1 && entry.Elements(Atom + "rights").Count() <= 1);
            // 4.1.2: without content an entry needs an alternate link, and one of a type and language only.
            Assert.Single(entry.Elements(Atom + "link"), l => (string?)l.Attribute("rel") == "alternate");
            Assert.True(Date(entry, "updated") <= Date(feed, "updated"));
            Assert.True(Date(entry, "published") <= Date(entry, "updated"));
        }
        var ids = feed.Descendants(Atom + "id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", id));
        Assert.All(feed.Descendants(Atom + "link"), link => Assert.True(Uri.TryCreate((string?)link.Attribute("href"), UriKind.Absolute, out _)));
        Assert.All(feed.Descendants(Atom + "name"), name => Assert.NotEmpty(name.Value.Trim()));
        Assert.All(feed.Descendants().Where(e => e.Name.LocalName is "updated" or "published"), date => Assert.Matches(Rfc3339(), date.Value));
        Assert.All(feed.Descendants(Atom + "content"), content => Assert.Equal("html", (string?)content.Attribute("type")));
        Assert.Equal(entries.OrderByDescending(e => Date(e, "updated")).Select(e => e.Element(Atom + "id")!.Value), entries.Select(e => e.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task It_tells_of_sessions_recordings_and_write_ups_and_of_no_draft()
    {
        await using var stage = await OpenStage.Open();
        var feed = XDocument.Parse(await stage.Site.Read("/series/weekly/feed.xml")).Root!;

        var titles = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value).ToList();

        Assert.Equal(
            new[] { OpenStage.Nasty, "Ahead", "Cancelled: Open & weekly", "Recording: The talk", $"Recording: {OpenStage.Nasty}", $"Write-up: {OpenStage.Nasty}" }.Order(StringComparer.Ordinal),
            titles.Order(StringComparer.Ordinal));
        var enclosure = Assert.Single(feed.Descendants(Atom + "link"), l => (string?)l.Attribute("rel") == "enclosure");
        Assert.Equal(("video/mp4", "1234567"), ((string?)enclosure.Attribute("type"), (string?)enclosure.Attribute("length")));
    }

    [NeedsFact(Component.PythonFeedparser)]
    public async Task Another_reader_understands_it_whole_and_finds_links_that_lead_to_this_site()
    {
        await using var stage = await OpenStage.Open();

        var feed = PeerFeed.Read(await stage.Site.Read("/series/weekly/feed.xml"));

        Assert.False(feed.IsBroken, feed.Why);
        Assert.Equal(("atom10", "Open & weekly"), (feed.Version, WebUtility.HtmlDecode(feed.Title)));
        Assert.Equal(6, feed.Entries.Count);
        Assert.All(feed.Entries, e => Assert.True(e.IsDated && e.Id is not null && e.Link!.StartsWith("https://sessions.example.org/series/weekly/", StringComparison.Ordinal)));
        Assert.Contains(feed.Entries, e => e.Content!.Contains("https://sessions.example.org/archive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_built_once_until_something_public_changes_and_its_ids_stay()
    {
        await using var stage = await OpenStage.Open();
        using var visitor = stage.Site.Visitor();
        var address = new Uri("/series/weekly/feed.xml", UriKind.Relative);
        var first = await visitor.GetAsync(address);
        var builds = stage.Site.Services.GetRequiredService<FeedCache>().Builds;
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again)).StatusCode);
        Assert.Equal(builds, stage.Site.Services.GetRequiredService<FeedCache>().Builds);

        await stage.Site.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Id == stage.Held)).Title = "Another name");
        var changed = await stage.Site.Read("/series/weekly/feed.xml");

        Assert.Contains("Another name", changed, StringComparison.Ordinal);
        Assert.Equal(Ids(await first.Content.ReadAsStringAsync()).Order(StringComparer.Ordinal), Ids(changed).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/series/secret/feed.xml")]
    [InlineData("/series/none/feed.xml")]
    [InlineData("/series/secret/podcast.xml")]
    [InlineData("/series/secret.json")]
    [InlineData("/series/secret/one.json")]
    [InlineData("/series/weekly/drafts-only.json")]
    [InlineData("/embed/weekly/drafts-only")]
    [InlineData("/embed/weekly/ahead")]
    [InlineData("/sitemap-2.xml")]
    [InlineData("/sitemap-0.xml")]
    public async Task What_is_not_public_is_not_there(string path)
    {
        await using var stage = await OpenStage.Open();
        using var visitor = stage.Site.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    private static IEnumerable<string> Ids(string feed) => XDocument.Parse(feed).Descendants(Atom + "id").Select(id => id.Value);

    private static void HasOne(XElement of, params string[] names) => Assert.All(names, name => Assert.NotEmpty(Assert.Single(of.Elements(Atom + name)).Value));

    private static DateTimeOffset Date(XElement of, string name) => DateTimeOffset.Parse(of.Element(Atom + name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339();
}
