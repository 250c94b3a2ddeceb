using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Sessions.Tests.Web.Feeds.Open;

namespace Sessions.Tests.Web.Public;

public sealed class JsonLdTests
{
    [Fact]
    public async Task A_title_that_would_end_the_block_stays_inside_of_it_whole()
    {
        await using var stage = await OpenStage.Open();
        var page = await stage.Site.Read("/series/weekly/held");

        var thing = Block(page);

        Assert.Equal(OpenStage.Nasty, (string?)thing["name"]);
        Assert.DoesNotContain("</script><!--", page, StringComparison.Ordinal);
        Assert.Contains("Kim Example", new HtmlParser().ParseDocument(page).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_session_names_its_place_its_people_its_recordings_and_its_data()
    {
        await using var stage = await OpenStage.Open();

        var thing = Block(await stage.Site.Read("/series/weekly/held"));

        Assert.Equal(("https://schema.org", "Event", "2023-09-20T12:00+01:00"), ((string?)thing["@context"], (string?)thing["@type"], (string?)thing["startDate"]));
        Assert.Equal(("https://schema.org/OnlineEventAttendanceMode", "VirtualLocation"), ((string?)thing["eventAttendanceMode"], (string?)thing["location"]!["@type"]));
        Assert.Equal([("Kim Example", "https://sessions.example.org/people/kim-example"), ("No Page", null)], thing["performer"]!.AsArray().Select(p => ((string?)p!["name"], (string?)p["url"])));
        var film = thing["recordedIn"]!.AsArray().Single(r => r!["contentUrl"] is not null)!;
        Assert.Equal(("VideoObject", "2023-09-22T10:00:00Z", "https://sessions.example.org/embed/weekly/held"), ((string?)film["@type"], (string?)film["uploadDate"], (string?)film["embedUrl"]));
        Assert.Equal([("Clip", "Welcome & more", 0, 65), ("Clip", "Figures", 65, null)],
            film["hasPart"]!.AsArray().Select(c => ((string?)c!["@type"], (string?)c["name"], (int)c["startOffset"]!, (int?)c["endOffset"])));
        Assert.StartsWith("https://sessions.example.org/series/weekly/held?t=65", (string?)film["hasPart"]![1]!["url"], StringComparison.Ordinal);
        Assert.Equal("en", (string?)film["caption"]![0]!["inLanguage"]);
        var data = thing["subjectOf"]!.AsArray().Single(r => (string?)r!["name"] == "Figures")!;
        Assert.Equal(("Dataset", "https://creativecommons.org/publicdomain/zero/1.0/"), ((string?)data["@type"], (string?)data["license"]));
        Assert.Equal("https://example.org/figures.csv", (string?)data["distribution"]!["contentUrl"]);
    }

    [Fact]
    public async Task A_moved_session_says_when_it_was_to_be_and_a_cancelled_one_that_it_is()
    {
        await using var stage = await OpenStage.Open();

        var moved = Block(await stage.Site.Read("/series/weekly/ahead"));
        var cancelled = Block(await stage.Site.Read("/series/weekly/october"));

        Assert.Equal(("https://schema.org/EventRescheduled", "2023-11-01T12:00+00:00", "2023-11-08T12:00+00:00"), ((string?)moved["eventStatus"], (string?)moved["previousStartDate"], (string?)moved["startDate"]));
        Assert.Equal(("https://schema.org/EventCancelled", "2023-10"), ((string?)cancelled["eventStatus"], (string?)cancelled["startDate"]));
    }

    [Fact]
    public async Task A_series_names_its_sessions_ahead_and_its_head_leads_to_every_feed()
    {
        await using var stage = await OpenStage.Open();
        var page = await stage.Site.Read("/series/weekly");

        var thing = Block(page);

        Assert.Equal("EventSeries", (string?)thing["@type"]);
        Assert.Contains(thing["subEvent"]!.AsArray(), e => (string?)e!["url"] == "https://sessions.example.org/series/weekly/ahead");
        var links = new HtmlParser().ParseDocument(page).QuerySelectorAll("head link[rel=alternate]").Select(l => (l.GetAttribute("type"), l.GetAttribute("href")!)).ToList();
        Assert.Equal(["application/atom+xml", "application/json", "application/json+oembed", "application/rss+xml", "text/calendar", "text/xml+oembed"], links.Select(l => l.Item1).Order(StringComparer.Ordinal));
        foreach (var (_, href) in links) await stage.Site.Read(href);
    }

    private static JsonObject Block(string page) =>
        JsonNode.Parse(Assert.Single(new HtmlParser().ParseDocument(page).QuerySelectorAll("script[type='application/ld+json']")).TextContent)!.AsObject();
}
