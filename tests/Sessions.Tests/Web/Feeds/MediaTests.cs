using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Media;
using Sessions.Files;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Tests.Archive.Media;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Feeds;

/// <summary>Where posters, durations and audio versions show, and to whom their addresses open.</summary>
public sealed class MediaTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    [NeedsFact(Component.Ffmpeg)]
    public async Task Page_data_and_both_podcasts_have_them()
    {
        var made = await Add("shown.mp4");
        var page = new HtmlParser().ParseDocument(await Text(await Get("/series/open/1")));
        var player = page.QuerySelector($"[data-recording='{made.Id}']")!;

        Assert.Equal(made.Poster, player.QuerySelector("video")!.GetAttribute("poster"));
        Assert.Equal("9 s", player.ParentElement!.QuerySelector("h2 .length")!.TextContent);
        var audio = player.QuerySelector($"a[href='{made.Audio}']")!;
        Assert.Matches(@"^Audio version \(\d+ KB, 9 s\)$", audio.TextContent);
        Assert.Equal("shown.m4a", audio.GetAttribute("download"));
        var video = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonNode.Parse(s.TextContent)!).SelectMany(Videos).Single(v => ((string?)v["contentUrl"])!.EndsWith("shown.mp4", StringComparison.Ordinal));
        Assert.Equal(("PT9S", "http://localhost" + made.Poster), ((string?)video["duration"], (string?)video["thumbnailUrl"]));

        var recording = JsonNode.Parse(await Text(await Get("/series/open/1.json")))!["session"]!["recordings"]!.AsArray().Single(r => (Guid)r!["id"]! == made.Id)!;
        Assert.Equal((9, "http://localhost" + made.Poster, "http://localhost" + made.Audio, "audio/mp4"),
            ((int)recording["seconds"]!, (string?)recording["poster"]!["url"], (string?)recording["audio"]!["url"], (string?)recording["audio"]!["mediaType"]));

        var film = Episode(await Text(await Get("/series/open/podcast.xml")), made.Id);
        Assert.Equal(("video/mp4", "9"), ((string?)film.Element("enclosure")!.Attribute("type"), film.Element(Itunes + "duration")!.Value));
        var heard = Episode(await Text(await Get("/series/open/podcast-audio.xml")), made.Id);
        Assert.Equal(("audio/mp4", "http://localhost" + made.Audio, "9"), ((string?)heard.Element("enclosure")!.Attribute("type"), (string?)heard.Element("enclosure")!.Attribute("url"), heard.Element(Itunes + "duration")!.Value));
        var length = (await Get(made.Audio)).Content.Headers.ContentLength;
        Assert.Equal(length.ToString(), (string?)heard.Element("enclosure")!.Attribute("length"));
        Assert.Contains("/series/open/podcast-audio.xml", await Text(await Get("/series/open")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_without_an_audio_version_is_in_no_audio_podcast()
    {
        var id = (await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, await Stored(Files.Samples.Mp4, "silent.mp4"), new())).Value;

        Assert.Contains($"urn:uuid:{id}", await Text(await Get("/series/open/podcast.xml")), StringComparison.Ordinal);
        Assert.DoesNotContain($"urn:uuid:{id}", await Text(await Get("/series/open/podcast-audio.xml")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/series/nowhere/podcast-audio.xml")).StatusCode);
    }

    [Fact]
    public async Task Every_series_has_a_cover_as_podcast_directories_ask_for_it()
    {
        var channel = XDocument.Parse(await Text(await Get("/series/open/podcast.xml"))).Root!.Element("channel")!;
        var address = new Uri((string)channel.Element(Itunes + "image")!.Attribute("href")!);
        Assert.Equal(address.AbsoluteUri, channel.Element("image")!.Element("url")!.Value);

        var answer = await Get(address.AbsolutePath);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var picture = SkiaSharp.SKBitmap.Decode(bytes);
        Assert.Equal((1400, 1400), (picture.Width, picture.Height));
        Assert.InRange(bytes.Length, 2_000, 512 * 1024);
        Assert.Equal(bytes, await (await Get(address.AbsolutePath)).Content.ReadAsByteArrayAsync());
        // One of another colour, or of a series that is not there, is none.
        foreach (var path in new[] { "/series/open/cover-9999.png", "/series/nowhere/cover-168.png", "/series/open/cover-1.png" })
            Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task What_is_taken_down_takes_its_poster_and_its_sound_with_it_and_putting_it_back_brings_them_back()
    {
        var made = await Add("down.mp4");
        foreach (var path in new[] { made.Poster, made.Audio }) Assert.Equal(HttpStatusCode.OK, (await Get(path)).StatusCode);

        await site.Get<TakedownService>().TakeDown(site.Host, site.SessionId, made.Id, TakedownReason.Report, null);

        foreach (var path in new[] { made.Poster, made.Audio }) Assert.Equal(HttpStatusCode.Gone, (await Get(path)).StatusCode);
        foreach (var path in new[] { "/series/open/1", "/series/open/1.json", "/data/sessions.json", "/series/open/podcast.xml", "/series/open/podcast-audio.xml" })
            Assert.DoesNotContain(made.PosterId.ToString(), await Text(await Get(path)), StringComparison.Ordinal);
        await site.Get<TakedownService>().PutBack(site.Host, site.SessionId, made.Id);
        foreach (var path in new[] { made.Poster, made.Audio }) Assert.Equal(HttpStatusCode.OK, (await Get(path)).StatusCode);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task Of_what_is_for_some_people_only_poster_and_sound_are_for_them_only()
    {
        var made = await Add("some.mp4");
        await site.Get<TakedownService>().SetAudience(site.Host, site.SessionId, made.Id, RecordingAudience.Members);
        var address = $"{Guid.NewGuid():n}@example.org";
        await site.Get<RegistrationService>().SignUp(site.SessionId, address);
        string member;
        await using (var db = site.Database.Read()) member = site.Get<StandingLinks>().My(await db.People.SingleAsync(p => p.Address == address));
        string[] own = [$"/members/{made.Id}/poster.jpg", $"/members/{made.Id}/some.m4a"];

        foreach (var path in own)
        {
            Assert.True(await Get(path, member) is { StatusCode: HttpStatusCode.OK, Headers.CacheControl.NoStore: true }, path);
            Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
            Assert.Contains(path, await Text(await Get("/series/open/1", member)), StringComparison.Ordinal);
        }
        await Nowhere(made);

        await site.Get<TakedownService>().SetAudience(site.Host, site.SessionId, made.Id, RecordingAudience.WithLink);
        var token = (await site.Get<AudienceQueries>().Links(site.Host, site.SessionId))![made.Id];
        foreach (var name in new[] { "poster.jpg", "some.m4a" })
        {
            Assert.Equal(HttpStatusCode.OK, (await Get($"/watch/{token}/{name}")).StatusCode);
            Assert.Contains($"/watch/{token}/{name}", await Text(await Get($"/watch/{token}")), StringComparison.Ordinal);
        }
        foreach (var path in own) Assert.Equal(HttpStatusCode.NotFound, (await Get(path, member)).StatusCode);
        await Nowhere(made);

        await site.Get<TakedownService>().TakeDown(site.Host, site.SessionId, made.Id, TakedownReason.Other, null);
        foreach (var name in new[] { "poster.jpg", "some.m4a" }) Assert.Equal(HttpStatusCode.Gone, (await Get($"/watch/{token}/{name}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/watch/{token}/another.jpg")).StatusCode);
        await Nowhere(made);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task While_a_speaker_has_not_agreed_nothing_of_it_is_to_be_had()
    {
        var made = await Add("waiting.mp4");
        await site.Database.Write(async db => (await db.Recordings.SingleAsync(r => r.Id == made.Id)).IsPublic = false);

        await Nowhere(made);
    }

    [NeedsFact(Component.Ffmpeg)]
    public async Task A_poster_that_a_page_shows_counts_as_nothing_and_an_audio_version_as_what_it_is()
    {
        var made = await Add("counted.mp4");
        foreach (var path in new[] { made.Poster, made.Audio })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Listener", "1"));
            (await site.Client.SendAsync(request)).Dispose();
        }
        await using var db = site.Database.Read();
        // Counted once the answer has left; the poster's left first.
        await Eventually.Holds(async () =>
        {
            await site.Get<Sessions.Archive.Counts.FileUseJob>().Run(default);
            return await db.FileUses.AnyAsync(u => u.FileId == made.AudioId);
        });
        Assert.False(await db.FileUses.AnyAsync(u => u.FileId == made.PosterId));
        Assert.Contains("Downloaded once", await Text(await Get("/series/open/1?fresh")), StringComparison.Ordinal);
    }

    private async Task Nowhere(Made made)
    {
        foreach (var path in new[] { made.Poster, made.Audio }) Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
        foreach (var path in new[] { "/series/open/1", "/series/open/1.json", "/data/sessions.json", "/series/open/podcast.xml", "/series/open/podcast-audio.xml", "/series/open/feed.xml" })
        {
            var text = await Text(await Get(path));
            foreach (var id in new[] { made.PosterId, made.AudioId }) Assert.DoesNotContain(id.ToString(), text, StringComparison.Ordinal);
        }
    }

    private async Task<Made> Add(string name)
    {
        var id = (await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, await Stored(Films.Mp4, name), new())).Value;
        await new MediaJob(site.Database, site.Get<FileStore>(), new(), site.Get<MediaProgress>(), TimeProvider.System).Run(default);
        await using var db = site.Database.Read();
        var (poster, audio) = await db.Recordings.Where(r => r.Id == id).Select(r => new ValueTuple<Guid, Guid>(r.PosterId!.Value, r.AudioId!.Value)).SingleAsync();
        return new(id, poster, audio, $"/files/{poster}/poster.jpg", $"/files/{audio}/{Path.ChangeExtension(name, "m4a")}");
    }

    private async Task<SavedFile> Stored(byte[] bytes, string name) => (await site.Get<FileStore>().Save(new MemoryStream(bytes), name)).Value!;

    private async Task<HttpResponseMessage> Get(string path, string? visitor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (visitor is not null) request.Headers.Add("Cookie", $"me={visitor}");
        return await site.Client.SendAsync(request);
    }

    private static XElement Episode(string rss, Guid recording) => XDocument.Parse(rss).Descendants("item").Single(i => i.Element("guid")!.Value == $"urn:uuid:{recording}");

    private static IEnumerable<JsonObject> Videos(JsonNode? node) => node switch
    {
        JsonObject thing => (string?)(thing["@type"] as JsonValue) == "VideoObject" ? [thing] : thing.SelectMany(p => Videos(p.Value)),
        JsonArray list => list.SelectMany(Videos),
        _ => [],
    };

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private sealed record Made(Guid Id, Guid PosterId, Guid AudioId, string Poster, string Audio);
}
