using System.Net;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Files;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Feeds;

public sealed class CaptionEndpointsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Players_get_webvtt_people_get_a_text_and_whoever_asks_again_gets_304()
    {
        var recording = await Add("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada Example>Good morning");
        var player = await site.Client.GetAsync(new Uri($"/captions/{recording}/en.vtt", UriKind.Relative));
        var text = await site.Client.GetAsync(new Uri($"/captions/{recording}/en.txt", UriKind.Relative));

        Assert.Equal("text/vtt; charset=utf-8", player.Content.Headers.ContentType?.ToString());
        Assert.Contains("<v Ada Example>Good morning", await player.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("[0:01] Ada Example: Good morning\n", await text.Content.ReadAsStringAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/captions/{recording}/en.vtt") { Headers = { IfNoneMatch = { player.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(again)).StatusCode);
        foreach (var nowhere in new[] { $"/captions/{recording}/de.vtt", $"/captions/{Guid.NewGuid()}/en.vtt", $"/captions/{recording}/en-GB.txt" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri(nowhere, UriKind.Relative))).StatusCode);
    }

    private async Task<Guid> Add(string captions)
    {
        var saved = (await site.Get<FileStore>().Save(new MemoryStream(Samples.Mp4), "talk.mp4")).Value!;
        var recording = (await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, saved, new())).Value;
        await site.Get<CaptionService>().Save(site.Host, site.SessionId, recording, "en", System.Text.Encoding.UTF8.GetBytes(captions));
        return recording;
    }
}
