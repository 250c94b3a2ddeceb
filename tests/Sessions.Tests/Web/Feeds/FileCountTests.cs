using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Archive.Counts;
using Sessions.Files;
using Sessions.Tests.Support;
using Sessions.Web.Feeds;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Feeds;

public sealed class FileCountTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory]
    [InlineData("GET", Browser, "video", "bytes=0-", UseKind.Play)]
    [InlineData("GET", Browser, "audio", "bytes=0-65535", UseKind.Play)]
    [InlineData("GET", Browser, "document", null, UseKind.Download)]
    [InlineData("GET", "AntennaPod/3.4", null, null, UseKind.Download)]
    [InlineData("GET", "AntennaPod/3.4", null, "bytes=0-", UseKind.Download)]
    [InlineData("GET", Browser, "video", "bytes=0-1", null)]
    [InlineData("GET", Browser, "video", "bytes=1048576-", null)]
    [InlineData("GET", Browser, "video", "bytes=-500", null)]
    [InlineData("GET", Browser, "video", "bytes=0-9,20-29", null)]
    [InlineData("HEAD", Browser, "video", null, null)]
    [InlineData("GET", "Mozilla/5.0 (compatible; Googlebot/2.1)", "empty", null, null)]
    [InlineData("GET", "facebookexternalhit/1.1", null, null, null)]
    [InlineData("GET", "", null, null, null)]
    public void One_beginning_counts_once_and_parts_questions_and_robots_do_not(string method, string agent, string? destination, string? range, UseKind? kind)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Headers.UserAgent = agent;
        if (destination is not null) request.Headers["Sec-Fetch-Dest"] = destination;
        if (range is not null) request.Headers.Range = range;

        Assert.Equal(kind, FileCount.Of(request));
    }

    [Fact]
    public async Task What_leaves_is_counted_and_what_a_browser_had_or_nobody_may_have_is_not()
    {
        var path = await Add("counted.mp4");
        var first = await Get(path, "video", "bytes=0-");
        await Get(path, "video", "bytes=100-199");
        await Get(path, "document", null);
        await Get(path, "video", "bytes=0-", known: first.Headers.ETag!.ToString());
        await Get(path + "x", "video", "bytes=0-");
        var file = Guid.Parse(path.Split('/')[2]);

        await Eventually.Holds(async () =>
        {
            await site.Get<FileUseJob>().Run(CancellationToken.None);
            await using var db = site.Database.Read();
            return await db.FileUses.Where(u => u.FileId == file).SumAsync(u => u.Times) == 2;
        });

        await using var read = site.Database.Read();
        Assert.Equal([(UseKind.Play, 1), (UseKind.Download, 1)], (await read.FileUses.Where(u => u.FileId == file).OrderBy(u => u.Kind).ToListAsync()).Select(u => (u.Kind, u.Times)));
    }

    [Fact]
    public async Task The_sum_stands_beside_the_recording_without_a_cookie()
    {
        var path = await Add("summed.mp4");
        site.Get<FileUses>().Note(Guid.Parse(path.Split('/')[2]), UseKind.Play, new(2026, 1, 1), 7);
        await site.Get<FileUseJob>().Run(CancellationToken.None);
        await site.Get<ArchiveService>().SaveWriteUp(site.Host, site.SessionId, $"Anew {Guid.NewGuid()}", null);

        using var page = await site.Client.GetAsync(new Uri("/series/open/1", UriKind.Relative));

        Assert.Contains("Played 7 times.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    private async Task<string> Add(string name)
    {
        byte[] bytes = [.. Samples.Mp4, .. Enumerable.Range(0, 5_000).Select(i => (byte)i)];
        var saved = (await site.Get<FileStore>().Save(new MemoryStream(bytes), name)).Value!;
        Assert.Null((await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, saved, new())).No);
        return FileEndpoints.Path(saved.Id, saved.Name);
    }

    private async Task<HttpResponseMessage> Get(string path, string destination, string? range, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", Browser);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", destination);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        var answer = await site.Client.SendAsync(request);
        Assert.Equal(path.EndsWith('x') ? HttpStatusCode.NotFound : known is not null ? HttpStatusCode.NotModified : range is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent, answer.StatusCode);
        return answer;
    }
}
