using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Feeds.Open;

public sealed class PodcastFeedTests
{
    private static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_channel_and_each_episode_have_what_RSS_2_0_and_players_ask_for()
    {
        await using var stage = await OpenStage.Open();
        var rss = XDocument.Parse(await stage.Site.Read("/series/weekly/podcast.xml")).Root!;

        Assert.Equal(("rss", "2.0"), (rss.Name.LocalName, (string?)rss.Attribute("version")));
        var channel = Assert.Single(rss.Elements());
        foreach (var name in new[] { "title", "link", "description", "language" }) Assert.NotEmpty(Assert.Single(channel.Elements(name)).Value);
        Assert.Equal("false", channel.Element(Itunes + "explicit")!.Value);
        Assert.Equal("https://sessions.example.org/series/weekly/podcast.xml", (string?)channel.Element(Atom + "link")!.Attribute("href"));
        var item = Assert.Single(channel.Elements("item"));
        Assert.NotEmpty(Assert.Single(item.Elements("title")).Value);
        Assert.Equal(("false", $"urn:uuid:{stage.Recording}"), ((string?)item.Element("guid")!.Attribute("isPermaLink"), item.Element("guid")!.Value));
        Assert.True(DateTimeOffset.TryParseExact(item.Element("pubDate")!.Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        var enclosure = Assert.Single(item.Elements("enclosure"));
        Assert.Equal(("1234567", "video/mp4"), ((string?)enclosure.Attribute("length"), (string?)enclosure.Attribute("type")));
        Assert.Matches("^https://sessions\\.example\\.org/files/[0-9a-f-]{36}/Film%20%26%20more\\.mp4$", (string?)enclosure.Attribute("url"));
        Assert.Equal("7", item.Element(Itunes + "episode")!.Value);
    }

    [Fact]
    public async Task Captions_stand_there_as_transcripts_with_the_speakers_and_the_licence()
    {
        await using var stage = await OpenStage.Open();
        var item = XDocument.Parse(await stage.Site.Read("/series/weekly/podcast.xml")).Descendants("item").Single();

        var transcripts = item.Elements(Podcast + "transcript").ToList();

        Assert.Equal(["text/vtt", "text/plain"], transcripts.Select(t => (string?)t.Attribute("type")));
        Assert.Equal("captions", (string?)transcripts[0].Attribute("rel"));
        foreach (var transcript in transcripts)
            Assert.Contains("Good morning", await stage.Site.Read(new Uri((string)transcript.Attribute("url")!).AbsolutePath), StringComparison.Ordinal);
        var chapters = item.Element(Podcast + "chapters")!;
        Assert.Equal("application/json+chapters", (string?)chapters.Attribute("type"));
        var listed = JsonNode.Parse(await stage.Site.Read(new Uri((string)chapters.Attribute("url")!).AbsolutePath))!;
        Assert.Equal("1.2.0", (string?)listed["version"]);
        Assert.Equal([(0, "Welcome & more"), (65, "Figures")], listed["chapters"]!.AsArray().Select(c => ((int)c!["startTime"]!, (string?)c["title"])));
        Assert.Equal(["Kim Example", "No Page"], item.Elements(Podcast + "person").Select(p => p.Value));
        Assert.Equal("cc-by-4.0", item.Element(Podcast + "license")!.Value);
    }

    [NeedsFact(Component.PythonFeedparser)]
    public async Task Another_reader_understands_it_and_finds_the_file()
    {
        await using var stage = await OpenStage.Open();

        var feed = PeerFeed.Read(await stage.Site.Read("/series/weekly/podcast.xml"));

        Assert.False(feed.IsBroken, feed.Why);
        Assert.Equal(("rss20", "en"), (feed.Version, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.True(entry.IsDated);
        Assert.Equal(("video/mp4", "1234567"), (Assert.Single(entry.Enclosures).Type, entry.Enclosures[0].Length));
    }
}
