using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sessions.Files;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Uploads;

/// <summary>tus 1.0.0 as its text says it, at a speaker's page.</summary>
public sealed class TusProtocolTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task OPTIONS_says_what_is_spoken_here()
    {
        using var answer = await (await Sender(version: null)).Send(HttpMethod.Options, (await Sender()).Endpoint);
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal(["1.0.0", "1.0.0", "creation,termination,checksum,expiration", "5368709120", "sha1,sha256"],
            new[] { "Tus-Resumable", "Tus-Version", "Tus-Extension", "Tus-Max-Size", "Tus-Checksum-Algorithm" }.Select(h => string.Join(' ', answer.Headers.GetValues(h))));
    }

    [Fact]
    public async Task A_file_in_two_pieces_is_on_the_page_with_its_sum()
    {
        var (tus, film) = (await Sender(), Film(40_000));
        using var made = await tus.Create(film.Length);
        var upload = made.Headers.Location!.ToString();
        Assert.Equal((201, 0L), ((int)made.StatusCode, TusSender.Number(made, "Upload-Offset")));
        Assert.InRange(DateTimeOffset.ParseExact(Assert.Single(made.Headers.GetValues("Upload-Expires")), "R", CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddDays(6), DateTimeOffset.UtcNow.AddDays(8));

        using var first = await tus.Patch(upload, 0, film[..30_000]);
        Assert.Equal((204, 30_000L), ((int)first.StatusCode, TusSender.Number(first, "Upload-Offset")));
        Assert.True(first.Headers.Contains("Upload-Expires"));
        using var head = await tus.Head(upload);
        Assert.Equal((200, 30_000L, 40_000L, "no-store"), ((int)head.StatusCode, TusSender.Number(head, "Upload-Offset"), TusSender.Number(head, "Upload-Length"), $"{head.Headers.CacheControl}"));
        Assert.Equal(TusSender.Metadata([("filename", "talk.mp4")]), Assert.Single(head.Headers.GetValues("Upload-Metadata")));
        using var last = await tus.Patch(upload, 30_000, film[30_000..]);
        Assert.Equal((204, 40_000L), ((int)last.StatusCode, TusSender.Number(last, "Upload-Offset")));

        var stored = await Stored(upload);
        Assert.Equal((40_000L, "video/mp4", "talk.mp4", Convert.ToHexStringLower(SHA256.HashData(film))), (stored!.Length, stored.MediaType, stored.Name, stored.Sha256));
        Assert.Contains("talk.mp4", await site.Client.GetStringAsync(tus.Endpoint[..^"/uploads".Length]), StringComparison.Ordinal);
        // Who did not hear the last answer asks, and hears that all of it is there.
        Assert.Equal(40_000, await tus.Offset(upload));
        Assert.Equal(204, await Status(tus.Patch(upload, 40_000, [])));
        Assert.Equal(204, await Status(tus.Delete(upload)));
        Assert.NotNull(await Stored(upload));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0.2.2")]
    public async Task Another_version_is_refused_and_hears_which_one_is_spoken(string? version)
    {
        var (tus, other) = (await Sender(), await Sender(version: version));
        var upload = await tus.Begin(100);
        foreach (var ask in new[] { other.Send(HttpMethod.Post, tus.Endpoint, null, ("Upload-Length", "5")), other.Send(HttpMethod.Head, upload), other.Patch(upload, 0, new byte[5]), other.Send(HttpMethod.Delete, upload) })
        {
            using var answer = await ask;
            Assert.Equal((412, "1.0.0", "1.0.0"), ((int)answer.StatusCode, Assert.Single(answer.Headers.GetValues("Tus-Version")), Assert.Single(answer.Headers.GetValues("Tus-Resumable"))));
        }
        Assert.Equal(0, await tus.Offset(upload));
    }

    [Fact]
    public async Task What_creation_can_not_read_is_a_bad_request_and_too_large_says_so()
    {
        var tus = await Sender();
        Assert.Equal(400, await Status(tus.Send(HttpMethod.Post, tus.Endpoint)));
        foreach (var length in new[] { "-1", "many", "1.5", "99999999999999999999", "" }) Assert.Equal(400, await Status(tus.Send(HttpMethod.Post, tus.Endpoint, null, ("Upload-Length", length))));
        Assert.Equal(400, await Status(tus.Send(HttpMethod.Post, tus.Endpoint, null, ("Upload-Defer-Length", "1"))));
        foreach (var metadata in new[] { "filename !!", "filename YQ== YQ==", ",", "a YQ==,a YQ==", new string('a', 5000) })
            Assert.Equal(400, await Status(tus.Send(HttpMethod.Post, tus.Endpoint, null, ("Upload-Length", "5"), ("Upload-Metadata", metadata))));
        Assert.Equal(201, await Status(tus.Send(HttpMethod.Post, tus.Endpoint, null, ("Upload-Length", "5"), ("Upload-Metadata", "filename YS5wZGY=,is_confidential"))));
        Assert.Equal((413, "tooLarge"), await Refusal(tus.Create(UploadLimits.Usual + 1)));
        Assert.Equal((422, "empty"), await Refusal(tus.Create(0)));
    }

    [Fact]
    public async Task A_piece_has_its_type_and_begins_where_the_last_one_ended()
    {
        var tus = await Sender();
        var upload = await tus.Begin(100);
        Assert.Equal(415, await Status(tus.Patch(upload, 0, new ByteArrayContent(new byte[5]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } })));
        Assert.Equal(400, await Status(tus.Send(HttpMethod.Patch, upload, new ByteArrayContent(new byte[5]) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } })));
        Assert.Equal(204, await Status(tus.Patch(upload, 0, new byte[50])));
        foreach (var offset in new[] { 0, 49, 51, 100, 101 }) Assert.Equal((409, "wrongOffset"), await Refusal(tus.Patch(upload, offset, new byte[1])));
        Assert.Equal((413, "tooLarge"), await Refusal(tus.Patch(upload, 50, new byte[51])));
        Assert.Equal((413, "tooLarge"), await Refusal(tus.Patch(upload, 50, new PushedContent(new byte[51]))));
        Assert.Equal(50, await tus.Offset(upload));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The protocol asks for it; it finds faults of the line, not forgers.")]
    public async Task A_sum_that_does_not_fit_is_460_and_leaves_nothing(string algorithm)
    {
        var (tus, piece) = (await Sender(), Film(1000));
        var upload = await tus.Begin(2000);
        string Sum(byte[] bytes) => $"{algorithm} {Convert.ToBase64String(algorithm == "sha1" ? SHA1.HashData(bytes) : SHA256.HashData(bytes))}";

        Assert.Equal((460, "wrongChecksum"), await Refusal(tus.Patch(upload, 0, piece, ("Upload-Checksum", Sum(piece[1..])))));
        Assert.Equal(0, await tus.Offset(upload));
        Assert.Equal(400, await Status(tus.Patch(upload, 0, piece, ("Upload-Checksum", "crc32 AAAAAA=="))));
        Assert.Equal(400, await Status(tus.Patch(upload, 0, piece, ("Upload-Checksum", $"{algorithm} nothing"))));
        Assert.Equal(204, await Status(tus.Patch(upload, 0, piece, ("Upload-Checksum", Sum(piece)))));
        Assert.Equal(1000, await tus.Offset(upload));
    }

    [Fact]
    public async Task Two_at_once_is_423_for_the_second_and_the_first_goes_on()
    {
        var (tus, film) = (await Sender(), Film(2000));
        var upload = await tus.Begin(film.Length);
        var slow = new PushedContent(film) { HoldsAfter = 1000 };
        var first = tus.Patch(upload, 0, slow);
        await slow.Held;

        await Eventually.Holds(() => Task.FromResult(new FileInfo(Parts(upload).Single(f => f.EndsWith(".part", StringComparison.Ordinal))).Length == 1000), TimeSpan.FromSeconds(20));
        Assert.Equal((423, "locked"), await Refusal(tus.Patch(upload, 0, film)));
        Assert.Equal(423, await Status(tus.Delete(upload)));
        Assert.Equal(0, await tus.Offset(upload));
        slow.Release();

        Assert.Equal(204, await Status(first));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(film)), (await Stored(upload))!.Sha256);
    }

    [Fact]
    public async Task Ended_is_gone_with_its_bytes()
    {
        var tus = await Sender();
        var upload = await tus.Begin(100);
        await Status(tus.Patch(upload, 0, new byte[50]));
        Assert.Equal(204, await Status(tus.Delete(upload)));
        foreach (var ask in new[] { tus.Head(upload), tus.Patch(upload, 50, new byte[50]), tus.Delete(upload) }) Assert.Equal(404, await Status(ask));
        Assert.Empty(Parts(upload));
    }

    [Fact]
    public async Task A_browser_that_may_not_PATCH_or_DELETE_says_so_by_POST()
    {
        var (tus, piece) = (await Sender(), new ByteArrayContent(new byte[50]) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } });
        var upload = await tus.Begin(100);
        Assert.Equal(400, await Status(tus.Send(HttpMethod.Post, upload)));
        Assert.Equal(204, await Status(tus.Send(HttpMethod.Post, upload, piece, ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"))));
        Assert.Equal(50, await tus.Offset(upload));
        Assert.Equal(204, await Status(tus.Send(HttpMethod.Post, upload, null, ("X-HTTP-Method-Override", "DELETE"))));
        Assert.Null(await tus.Offset(upload));
    }

    [Fact]
    public async Task What_is_none_of_our_types_is_refused_at_its_first_piece_or_at_its_last_and_deleted()
    {
        var tus = await Sender();
        var film = await tus.Begin(1_000_000, "film.mov");
        Assert.Equal((422, "unknownType"), await Refusal(tus.Patch(film, 0, [0, 0, 0, 20, .. "ftypqt  "u8, .. new byte[5000]])));
        var macros = Samples.Zip("[Content_Types].xml", "ppt/presentation.xml", "ppt/vbaProject.bin");
        var slides = await tus.Begin(macros.Length, "slides.pptx");
        using var refused = await tus.Patch(slides, 0, macros);
        Assert.Contains("macros", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(422, (int)refused.StatusCode);

        foreach (var upload in new[] { film, slides })
        {
            Assert.Null(await tus.Offset(upload));
            Assert.Empty(Parts(upload));
            Assert.Null(await Stored(upload));
        }
    }

    [Fact]
    public async Task A_large_piece_needs_no_larger_limit_than_the_files()
    {
        var (tus, film) = (await Sender(), Film(40_000_000));
        var upload = await tus.Begin(film.Length);
        Assert.Equal(204, await Status(tus.Patch(upload, 0, film)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(film)), (await Stored(upload))!.Sha256);
    }

    private async Task<TusSender> Sender(string? version = "1.0.0")
    {
        var tus = new TusSender(site.Client, $"{(await site.Speaker()).Path}/uploads");
        tus.Always["Tus-Resumable"] = version;
        return tus;
    }

    private static byte[] Film(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        Samples.Mp4.CopyTo(bytes, 0);
        return bytes;
    }

    private static async Task<int> Status(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (int)answer.StatusCode;
    }

    private static async Task<(int, string?)> Refusal(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return ((int)answer.StatusCode, problem.RootElement.GetProperty("code").GetString());
    }

    private IEnumerable<string> Parts(string upload) => Directory.EnumerateFiles(Path.Combine(site.StoredFiles, "uploads"), $"{Id(upload):n}*");

    private static Guid Id(string upload) => Guid.Parse(upload.Split('/')[^1]);

    private async Task<Sessions.Archive.StoredFile?> Stored(string upload)
    {
        await using var db = site.Database.Read();
        var id = Id(upload);
        return await db.Files.SingleOrDefaultAsync(f => f.Id == id);
    }
}
