using System.Net;
using AngleSharp.Html.Parser;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Files;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Public;

public sealed class RecordingPlayerTests
{
    [Fact]
    public async Task A_video_elsewhere_is_a_link_and_only_its_own_player_may_be_loaded_on_its_page()
    {
        await using var site = new PublicSite();
        await site.Samples.Series("open").Session("tube").RecordingAt("https://www.youtube.com/watch?v=dQw4w9WgXcQ").Session("any").RecordingAt("https://example.org/video").Save();
        using var visitor = site.Visitor();
        for (var round = 0; round < 2; round++)
        {
            var tube = await visitor.GetAsync(new Uri("/series/open/tube", UriKind.Relative));
            var page = new HtmlParser().ParseDocument(await tube.Content.ReadAsStringAsync());

            Assert.EndsWith("; frame-src https://www.youtube-nocookie.com", Assert.Single(tube.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("iframe"));
            Assert.DoesNotContain(page.QuerySelectorAll("[src]"), e => e.GetAttribute("src")!.Contains("youtube", StringComparison.Ordinal));
            Assert.Equal("https://www.youtube.com/watch?v=dQw4w9WgXcQ", page.QuerySelector(".recording a")!.GetAttribute("href"));
            Assert.Contains("Loads the video from YouTube, which then sees your address.", page.QuerySelector(".link-player[hidden]")!.TextContent, StringComparison.Ordinal);
        }

        var other = await visitor.GetAsync(new Uri("/series/open/any", UriKind.Relative));
        Assert.DoesNotContain("frame-src", Assert.Single(other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Empty(new HtmlParser().ParseDocument(await other.Content.ReadAsStringAsync()).QuerySelectorAll(".link-player"));
    }

    [Fact]
    public async Task What_is_said_in_a_recording_that_stands_elsewhere_can_be_read_below_its_link()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        var id = (await site.Get<ArchiveService>().AddLink(site.Host, site.SessionId, ArchiveKind.Recording, "https://www.youtube.com/watch?v=dQw4w9WgXcQ", new("The stream"))).Value;
        await site.Get<CaptionService>().Save(site.Host, site.SessionId, id, "en", "0:00 Good morning"u8.ToArray());

        var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(new Uri("/series/open/1", UriKind.Relative)));

        var transcript = Assert.Single(page.QuerySelectorAll(".recording a[hreflang=en]"));
        Assert.Equal("[0:00] Good morning\n", await site.Client.GetStringAsync(new Uri(transcript.GetAttribute("href")!, UriKind.Relative)));
        await ((IAsyncLifetime)site).DisposeAsync();
    }

    [Fact]
    public async Task Chapters_are_links_to_their_seconds_and_a_track_of_the_player_and_both_scripts_are_there_before_the_session()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        var saved = (await site.Get<FileStore>().Save(new MemoryStream(Samples.Mp4), "talk.mp4")).Value!;
        var id = (await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, saved, new())).Value;
        var service = site.Get<ChapterService>();
        Assert.Empty((await service.Save(site.Host, site.SessionId, id, "0:00 Welcome\n12:34 Bees & buses")).Value!.Faults);
        Assert.NotEmpty((await service.Save(site.Host, site.SessionId, id, "Welcome")).Value!.Faults);

        var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(new Uri("/series/open/1?t=754", UriKind.Relative)));
        Assert.Equal([("?t=0", "0:00 Welcome"), ("?t=754", "12:34 Bees & buses")], page.QuerySelectorAll(".recording-chapters a").Select(a => (a.GetAttribute("href")!, a.TextContent)));
        Assert.Equal(2, page.QuerySelectorAll("script[type=module]").Length);
        var track = page.QuerySelector("track[kind=chapters]")!.GetAttribute("src")!;
        Assert.Contains("00:12:34.000 --> ", await site.Client.GetStringAsync(new Uri(track, UriKind.Relative)), StringComparison.Ordinal);

        await site.Get<TakedownService>().TakeDown(site.Host, site.SessionId, id, TakedownReason.Other, null);
        Assert.Equal(HttpStatusCode.Gone, (await site.Client.GetAsync(new Uri(track, UriKind.Relative))).StatusCode);
        Assert.Null((await service.Save(site.Host, site.SessionId, id, null)).No);
        Assert.Equal(ArchiveRefusal.NotAllowed, (await service.Save(new(Guid.NewGuid(), "Nobody", false, false, new HashSet<Guid>()), site.SessionId, id, "0:00 Mine")).No);
        await ((IAsyncLifetime)site).DisposeAsync();
    }
}
