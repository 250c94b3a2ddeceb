using Sessions.Files;
using Sessions.People;
using Sessions.Views.OpenData;
using Sessions.Web.Feeds;
using Sessions.Web.Feeds.Open;
using Sessions.Web.Public;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands.Export;

/// <summary>The verb export: all that is public as files that any web server can serve, one session after the other, however many there are.</summary>
public sealed class ExportArchive(IServiceProvider services, TextWriter says)
{
    private static readonly string[] Assets = ["icon.svg", "css/site.css", "js/own-time.js", "js/player.js", "js/copy.js"];

    private readonly SiteOptions _site = services.GetRequiredService<SiteOptions>();
    private readonly OpenRecords _records = services.GetRequiredService<OpenRecords>();
    private readonly Progress _progress = new(says, services.GetRequiredService<TimeProvider>());

    /// <exception cref="SettingsFault">It can't be done; what stood in the folder stands there still.</exception>
    public async Task<Exported> Run(string path, CancellationToken stop)
    {
        var folder = ExportFolder.Open(path);
        try
        {
            var (pages, data, paths) = Writers(folder);
            var series = await _records.AllSeries();
            var sessions = await Plan(series, paths, stop);
            foreach (var asset in Assets) await data.Asset("/" + asset);
            await pages.Home();
            foreach (var key in SiteTextDefaults.Keys) await pages.SiteText(key);
            for (var page = 1; await pages.Archive(page); page++) stop.ThrowIfCancellationRequested();
            foreach (var one in series)
            {
                await pages.Series(one);
                await data.Series(one, stop);
            }
            var done = 0;
            await foreach (var session in _records.Sessions(stop: stop))
            {
                await pages.Session(session);
                await data.Session(session, stop);
                _progress.SayNowAndThen($"{++done} of {sessions} sessions");
            }
            await foreach (var address in services.GetRequiredService<OpenAddresses>().All(stop))
                if (address.Path.StartsWith("/people/", StringComparison.Ordinal)) await pages.Speaker(address.Path);
            while (paths.TryTake(out var wanted)) await data.Wanted(wanted);
            await data.All(stop);
            folder.Finish(services.GetRequiredService<TimeProvider>().GetUtcNow(), _site.Link("/"));
            return new(series.Count, sessions, folder.Count, data.Missing);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            folder.Abandon();
            throw new SettingsFault($"The export could not be written: {fault.Message}");
        }
        catch
        {
            folder.Abandon();
            throw;
        }
    }

    private (ExportPages Pages, ExportData Data, ExportedPaths Paths) Writers(ExportFolder folder)
    {
        var paths = new ExportedPaths(_site);
        var links = services.GetRequiredService<AssetLinks>();
        foreach (var asset in Assets) paths.AddAsset(links[asset], "/" + asset);
        return (new(services, folder, paths), new(services, folder), paths);
    }

    /// <summary>All that there will be, before the first page names any of it.</summary>
    private async Task<int> Plan(IReadOnlyList<OpenSeries> series, ExportedPaths paths, CancellationToken stop)
    {
        var store = services.GetRequiredService<FileStore>();
        foreach (var path in SiteTextDefaults.Keys.Select(key => "/" + key).Concat(["/", "/archive", "/data/sessions.json", "/data/sessions.csv", "/sitemap.xml", "/robots.txt"])) paths.Add(path);
        foreach (var one in series)
            foreach (var path in new[] { $"{one.Path}.json", $"{one.Path}.ics", AtomFeed.Path(one.Slug), PodcastFeed.Path(one.Slug), PodcastFeed.AudioPath(one.Slug), SeriesCover.Path(one.Slug, one.Hue) }) paths.Add(path);
        await foreach (var address in services.GetRequiredService<OpenAddresses>().All(stop)) paths.Add(address.Path);
        var count = 0;
        await foreach (var session in _records.Sessions(stop: stop))
        {
            count++;
            foreach (var path in new[] { $"{session.Path}.json", $"{session.Path}.ics", $"{session.Path}/card.svg" }) paths.Add(path);
            foreach (var file in session.Recordings.Concat(session.Resources).SelectMany(i => i.Files))
                if (store.Find(file.Id) is not null) paths.Add(FileEndpoints.Path(file.Id, file.Name));
            foreach (var resource in session.Resources)
                if (resource.File is { } file && store.Find(file.Id) is not null) paths.AddAsset($"/resources/{resource.Id}", FileEndpoints.Path(file.Id, file.Name));
            foreach (var recording in session.Recordings.Where(r => r.Chapters.Count > 0))
                foreach (var kind in new[] { "vtt", "json" }) paths.Add(CaptionEndpoints.ChaptersPath(recording.Id, kind));
            foreach (var (id, language) in session.Recordings.SelectMany(r => r.Captions.Select(l => (r.Id, l))))
                foreach (var kind in new[] { "vtt", "txt" }) paths.Add(CaptionEndpoints.Path(id, language, kind));
        }
        return count;
    }
}

/// <param name="Missing">Files the database names that are not there any more, as doctor says too.</param>
public sealed record Exported(int Series, int Sessions, int Files, int Missing);
