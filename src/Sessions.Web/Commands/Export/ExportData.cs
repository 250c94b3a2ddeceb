using System.Text;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Files;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Views;
using Sessions.Views.OpenData;
using Sessions.Web.Feeds;
using Sessions.Web.Feeds.Open;
using Sessions.Web.Public;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands.Export;

/// <summary>Writes what is no page: feeds, open data, files of the archive, captions, style sheets.</summary>
internal sealed class ExportData(IServiceProvider services, ExportFolder folder)
{
    private readonly OpenRecords _records = services.GetRequiredService<OpenRecords>();

    /// <summary>Stored files that the database names and the disk has not.</summary>
    public int Missing { get; private set; }

    public async Task All(CancellationToken stop)
    {
        await Write("/data/sessions.json", async output => await Get<OpenJson>().All(output, await _records.AllSeries(), _records.Sessions(stop: stop)));
        await Write("/data/sessions.csv", output => Get<OpenCsv>().Write(output, _records.Sessions(stop: stop)));
        var sitemap = Get<Sitemap>();
        var pages = await sitemap.Pages();
        await Write("/sitemap.xml", output => pages > 1 ? sitemap.WriteIndex(output, pages) : sitemap.WritePage(output, 1, stop: stop));
        for (var page = 1; pages > 1 && page <= pages; page++) await Write(Sitemap.Path(page), output => sitemap.WritePage(output, page, stop: stop));
        await Write("/robots.txt", $"User-agent: *\nAllow: /\n\nSitemap: {Get<SiteOptions>().Link("/sitemap.xml")}\n");
    }

    public async Task Series(OpenSeries series, CancellationToken stop)
    {
        await Write($"{series.Path}.json", output => Get<OpenJson>().Series(output, series, _records.Sessions(series.Id, stop: stop)));
        await Calendar($"{series.Path}.ics", Get<CalendarFeedQueries>().Series(series.Slug));
        var sessions = await _records.Sessions(series.Id, OpenDataEndpoints.MostEpisodeSessions, stop).ToListAsync(stop);
        await Feed(AtomFeed.Path(series.Slug), Get<AtomFeed>().Of(series, sessions.Take(OpenDataEndpoints.MostNewsSessions)));
        await Feed(PodcastFeed.Path(series.Slug), Get<PodcastFeed>().Of(series, sessions));
        await Feed(PodcastFeed.AudioPath(series.Slug), Get<PodcastFeed>().Of(series, sessions, isAudio: true));
        await Write(SeriesCover.Path(series.Slug, series.Hue), output => output.WriteAsync(SeriesCover.Of(series.Id, series.Hue)).AsTask());
    }

    public async Task Session(OpenSession session, CancellationToken stop)
    {
        await Write($"{session.Path}.json", output => Get<OpenJson>().Session(output, session));
        await Calendar($"{session.Path}.ics", Get<CalendarFeedQueries>().Session(session.SeriesSlug, session.Slug));
        foreach (var file in session.Recordings.Concat(session.Resources).SelectMany(i => i.Files)) await Stored(file, stop);
        foreach (var recording in session.Recordings.Where(r => r.Chapters.Count > 0))
        {
            await Write(CaptionEndpoints.ChaptersPath(recording.Id), ChapterReader.WriteVtt(recording.Chapters));
            await Write(CaptionEndpoints.ChaptersPath(recording.Id, "json"), ChapterJson.Write(recording.Chapters));
        }
        foreach (var recording in session.Recordings)
            foreach (var language in recording.Captions)
                if (await Get<CaptionQueries>().Public(recording.Id, language) is { } captions)
                {
                    await Write(CaptionEndpoints.Path(recording.Id, language), captions.Text);
                    await Write(CaptionEndpoints.Path(recording.Id, language, "txt"), Transcript.Write(WebVtt.Read(captions.Text)));
                }
    }

    /// <param name="path">Of a sheet of colours or a photo.</param>
    public async Task Wanted(string path)
    {
        if (path.StartsWith("/accent/", StringComparison.Ordinal)) await Write(path, Accents.Css(path["/accent/".Length..^".css".Length]) ?? "");
        else if (path.Split('/') is ["", "people", var slug, var photo] && await Get<PhotoQueries>().Public(Uri.UnescapeDataString(slug), photo[..^".jpg".Length]) is { } bytes)
            await Write(path, output => output.WriteAsync(bytes).AsTask());
    }

    /// <param name="path">"/css/site.css"</param>
    /// <exception cref="SettingsFault">The program's own files are not beside it.</exception>
    public async Task Asset(string path)
    {
        var beside = new FileInfo(Path.Combine(AppContext.BaseDirectory, "wwwroot", path.TrimStart('/')));
        var file = Get<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists && !beside.Exists) throw new SettingsFault($"{path} is not in wwwroot: run the command in the folder of the program.");
        await using var from = file.Exists ? file.CreateReadStream() : beside.OpenRead();
        await Write(path, output => from.CopyToAsync(output));
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private async Task Stored(OpenFile file, CancellationToken stop)
    {
        var path = ExportedPaths.FileOf(FileEndpoints.Path(file.Id, file.Name));
        if (Get<FileStore>().Find(file.Id) is not { } stored)
        {
            Missing++;
            return;
        }
        if (folder.Keeps(path, stored.Length)) return;
        await using var from = new FileStream(stored.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var to = folder.Create(path);
        await from.CopyToAsync(to, stop);
    }

    private async Task Calendar(string path, CalendarFeed feed)
    {
        if (await feed.Build() is { } built) await Feed(path, new(built.Calendar.WriteTo, built.ChangedAt));
    }

    private Task Feed(string path, WrittenFeed feed)
    {
        var text = new FeedText();
        feed.WriteTo(text);
        return Write(path, text.CopyTo);
    }

    private Task Write(string path, string text) => Write(path, output => output.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());

    private async Task Write(string path, Func<Stream, Task> write)
    {
        await using var file = folder.Create(ExportedPaths.FileOf(path));
        await write(file);
    }
}
