using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using NodaTime;
using Sessions.Archive;
using Sessions.Files;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Feeds.Open;
using Sessions.Web.Commands.Export;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Commands;

public sealed class ExportTests : IDisposable
{
    private static readonly byte[] Film = [.. Files.Samples.Mp4, .. Enumerable.Range(0, 100_000).Select(i => (byte)i)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-export-");

    private string Folder => Path.Combine(_folder.FullName, "copy");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Below_any_folder_of_a_plain_web_server_no_link_of_the_copy_is_broken_and_no_page_has_a_form()
    {
        await using var stage = await Stage();
        var made = await Export(stage);
        await using var server = await Served();

        var (seen, next) = (new HashSet<string> { "/some/where/index.html" }, new Queue<string>(["/some/where/index.html"]));
        while (next.TryDequeue(out var path))
        {
            using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, $"{path} answers {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Empty(page.QuerySelectorAll("form, input"));
            foreach (var link in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(l => !l.StartsWith('#')))
            {
                Assert.False(link.StartsWith('/'), $"{path} names {link}, which is none of its folder");
                var to = new Uri(new Uri(server.Client.BaseAddress!, path), link);
                if (to.Authority == server.Client.BaseAddress!.Authority && seen.Add(to.AbsolutePath)) next.Enqueue(to.AbsolutePath);
            }
        }

        Assert.Superset(new HashSet<string> { "/some/where/series/weekly/held/index.html", "/some/where/people/kim-example/index.html", "/some/where/css/site.css", "/some/where/series/weekly/feed.xml", "/some/where/series/weekly/held.json" }, seen);
        Assert.Equal((1, 3, 1), (made.Series, made.Sessions, made.Missing));
    }

    [Fact]
    public async Task Nothing_that_is_not_public_is_in_any_file_of_the_copy()
    {
        await using var stage = await Stage();
        await Export(stage);

        foreach (var file in Written())
        {
            var text = file + await File.ReadAllTextAsync(Path.Combine(Folder, file));
            Assert.All(OpenStage.Private, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Links_that_people_write_neither_stop_the_copy_nor_take_the_place_of_a_page()
    {
        await using var stage = await Stage();
        await stage.Site.Database.Write(async db =>
        {
            (await db.Series.SingleAsync(s => s.Slug == "weekly")).Hue = 30;
            (await db.Sessions.SingleAsync(s => s.Slug == "held")).Announcement = "[a](/accent/../index.html) [b](/people/a/b.c) [c](/accent/a.b) [d](/accent/../../x.css) [e](/people/../../x.jpg)";
        });

        await Export(stage);

        Assert.Contains("Open &amp; weekly", await File.ReadAllTextAsync(Path.Combine(Folder, "index.html")), StringComparison.Ordinal);
        Assert.Contains("accent/30.css", Written());
        Assert.DoesNotContain(Written(), file => file.Contains("..", StringComparison.Ordinal) || file.EndsWith("b.c", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recording_plays_from_the_copy_in_any_range()
    {
        await using var stage = await Stage();
        await Export(stage);
        await using var server = await Served();
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(Folder, "series/weekly/held/index.html")));
        var source = page.QuerySelectorAll("video").Select(v => v.GetAttribute("src")!).Single(s => s.EndsWith("talk%20one.mp4", StringComparison.Ordinal));
        using var part = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(server.Client.BaseAddress!, "/some/where/series/weekly/held/index.html"), source)) { Headers = { Range = new RangeHeaderValue(1000, 1999) } };

        using var answer = await server.Client.SendAsync(part);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Film[1000..2000], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_next_export_takes_away_what_is_gone_keeps_recordings_as_they_lie_and_leaves_a_strangers_files_alone()
    {
        await using var stage = await Stage();
        await Export(stage);
        var film = Written().Single(f => f.EndsWith("talk one.mp4", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(Folder, "CNAME"), "archive.example.org");
        await File.WriteAllTextAsync(Path.Combine(Folder, "series/weekly/note.txt"), "ours");
        var written = File.GetLastWriteTimeUtc(Path.Combine(Folder, film));
        await stage.Site.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Slug == "ahead")).PublishedAt = null);

        await Export(stage);

        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(Folder, film)));
        Assert.DoesNotContain(Written(), f => f.StartsWith("series/weekly/ahead", StringComparison.Ordinal) || f.StartsWith(".export", StringComparison.Ordinal));
        Assert.Equal(("archive.example.org", "ours"), (await File.ReadAllTextAsync(Path.Combine(Folder, "CNAME")), await File.ReadAllTextAsync(Path.Combine(Folder, "series/weekly/note.txt"))));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_one_in_the_way_of_a_new_page_too()
    {
        await using var stage = await Stage();
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "letter.txt"), "mine");
        await Assert.ThrowsAsync<SettingsFault>(() => Export(stage));
        Assert.Equal(["letter.txt"], Written());
        File.Delete(Path.Combine(Folder, "letter.txt"));

        await Export(stage);
        var before = Written();
        Directory.CreateDirectory(Path.Combine(Folder, "series/weekly/new"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "series/weekly/new/index.html"), "mine");
        await stage.Site.Database.Write(async db => db.Add(new global::Sessions.Scheduling.Session { SeriesId = (await db.Series.SingleAsync(s => s.Slug == "weekly")).Id, Slug = "new", When = Samples.At(2023, 9, 2), PublishedAt = Instant.FromUtc(2023, 1, 1, 0, 0), CreatedAt = Instant.FromUtc(2023, 1, 1, 0, 0) }.At(Samples.At(2023, 9, 2))));

        var refused = await Assert.ThrowsAsync<SettingsFault>(() => Export(stage));

        Assert.Contains("series/weekly/new/index.html", refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Folder, "series/weekly/new/index.html")));
        Assert.Equal(before.Append("series/weekly/new/index.html").Order(StringComparer.Ordinal), Written());
    }

    [Fact]
    public async Task The_command_refuses_a_folder_with_other_files_in_one_sentence_with_exit_code_1()
    {
        var site = _folder.CreateSubdirectory("site").FullName;
        Assert.Equal(0, (await AppProcess.Run(site, ["migrate"])).ExitCode);
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "letter.txt"), "mine");

        var (exitCode, said) = await AppProcess.Run(site, ["export", Folder]);

        Assert.Equal(1, exitCode);
        Assert.Contains("name an empty folder", said.Split('\n')[^1], StringComparison.Ordinal);
    }

    private static async Task<OpenStage> Stage()
    {
        var stage = await OpenStage.Open();
        var saved = (await stage.Site.Services.GetRequiredService<FileStore>().Save(new MemoryStream(Film), "talk one.mp4")).Value!;
        var at = Instant.FromUtc(2023, 9, 23, 0, 0);
        await new Samples(stage.Site.Database)
            .Add(new StoredFile { Id = saved.Id, SessionId = stage.Held, Name = saved.Name, MediaType = saved.MediaType, Length = saved.Length, Sha256 = saved.Sha256, CreatedAt = at })
            .Add(new Recording { SessionId = stage.Held, FileId = saved.Id, Title = "One", IsPublic = true, CreatedAt = at }).Save();
        return stage;
    }

    private Task<Exported> Export(OpenStage stage) => new ExportArchive(stage.Site.Services, TextWriter.Null).Run(Folder, CancellationToken.None);

    private List<string> Written() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private Task<PlainServer> Served() => PlainServer.Start(Folder, "/some/where");

    /// <summary>Files and their types, and nothing of ours.</summary>
    private sealed class PlainServer(WebApplication app) : IAsyncDisposable
    {
        public HttpClient Client { get; } = new() { BaseAddress = new(app.Urls.First()) };

        public static async Task<PlainServer> Start(string folder, string below)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = below, ServeUnknownFileTypes = true });
            await app.StartAsync();
            return new(app);
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await app.DisposeAsync();
        }
    }
}
