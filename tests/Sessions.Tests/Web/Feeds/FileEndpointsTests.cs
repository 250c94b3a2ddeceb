using System.Net;
using System.Net.Http.Headers;
using Sessions.Archive;
using Sessions.Files;
using Sessions.Tests.Support;
using Sessions.Web.Feeds;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Feeds;

public sealed class FileEndpointsTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly byte[] Video = [.. Samples.Mp4, .. Enumerable.Range(0, 200_000).Select(i => (byte)i)];

    [Fact]
    public async Task A_recording_is_sent_whole_or_in_any_range_and_a_range_beyond_it_is_416()
    {
        var path = await Add(Video, "talk.mp4");
        var whole = await Get(path);
        Assert.Equal(Video, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", whole.Content.Headers.ContentType?.MediaType);

        var part = await Get(path, new RangeHeaderValue(1000, 1999));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Video[1000..2000], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes 1000-1999/{Video.Length}", part.Content.Headers.ContentRange?.ToString());
        Assert.Equal(Video[^10..], await (await Get(path, new RangeHeaderValue(null, 10))).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await Get(path, new RangeHeaderValue(Video.Length, null))).StatusCode);
    }

    [Fact]
    public async Task A_range_of_another_version_is_answered_with_the_whole_and_a_known_version_with_304()
    {
        var path = await Add(Video, "again.mp4");
        var tag = (await Get(path)).Headers.ETag!;
        Assert.Equal(HttpStatusCode.PartialContent, (await Get(path, new RangeHeaderValue(0, 9), new RangeConditionHeaderValue(tag))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(path, new RangeHeaderValue(0, 9), new RangeConditionHeaderValue("\"other\""))).StatusCode);

        using var known = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(known)).StatusCode);
    }

    [Fact]
    public async Task Recordings_play_in_place_and_everything_else_is_a_download_that_can_not_run()
    {
        var video = await Get(await Add(Video, "place.mp4"));
        var slides = await Get(await Add(Samples.Pdf, "Folien März.pdf"));

        Assert.Equal("inline", video.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("attachment", slides.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Folien März.pdf", slides.Content.Headers.ContentDisposition?.FileNameStar);
        foreach (var answer in new[] { video, slides })
        {
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("public, no-cache", answer.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("..%2f..%2flinks.key")]
    [InlineData("..%5c..%5clinks.key")]
    [InlineData("other.pdf")]
    [InlineData("%00")]
    public async Task A_file_answers_to_its_own_name_only(string name)
    {
        var path = await Add(Samples.Pdf, "slides.pdf");
        var answer = await Get(path[..(path.LastIndexOf('/') + 1)] + name);
        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    [Fact]
    public async Task A_removed_file_is_gone()
    {
        var path = await Add(Samples.Pdf, "gone.pdf");
        var item = (await site.Get<ArchiveQueries>().Items(site.Host, site.SessionId)).Single(i => i.Title == "gone.pdf");
        await site.Get<ArchiveService>().Remove(site.Host, site.SessionId, item.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
        Assert.False(File.Exists(Path.Combine(site.StoredFiles, item.File!.Id.ToString("n"))));
    }

    [Fact]
    public async Task Nobody_without_a_sign_in_hands_in_or_reads_through_the_console()
    {
        var post = await site.Client.PostAsync(new Uri($"/host/sessions/{site.SessionId}/files", UriKind.Relative), TestSite.Form([], ("slides.pdf", Samples.Pdf)));
        Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/host/sessions/{site.SessionId}/files/{Guid.NewGuid()}")).StatusCode);
    }

    private async Task<string> Add(byte[] bytes, string name)
    {
        var saved = (await site.Get<FileStore>().Save(new MemoryStream(bytes), name)).Value!;
        Assert.Null((await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, saved, new())).No);
        return FileEndpoints.Path(saved.Id, saved.Name);
    }

    private async Task<HttpResponseMessage> Get(string path, RangeHeaderValue? range = null, RangeConditionHeaderValue? condition = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = range, IfRange = condition } };
        return await site.Client.SendAsync(request);
    }
}
