using Microsoft.Net.Http.Headers;
using Sessions.People;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>The public record for programs: feeds, JSON, a table, where the pages are. Readable from any site, since nothing of it is anybody's own.</summary>
internal static class OpenDataEndpoints
{
    /// <summary>Of a podcast; the rest is open data.</summary>
    public const int MostEpisodeSessions = 1_000;

    /// <summary>That may have something new.</summary>
    public const int MostNewsSessions = 200;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddOpenData(this IServiceCollection services) =>
        services.AddSingleton<OpenDataTag>().AddSingleton<AtomFeed>().AddSingleton<PodcastFeed>().AddSingleton<OpenJson>().AddSingleton<OpenCsv>().AddSingleton<Sitemap>();

    public static void MapOpenData(this WebApplication app)
    {
        app.MapMethods("/series/{slug}/feed.xml", Reading, Atom);
        app.MapMethods("/series/{slug}/podcast.xml", Reading, Podcast);
        app.MapMethods("/series/{slug}/podcast-audio.xml", Reading, AudioPodcast);
        app.MapMethods("/series/{slug}.json", Reading, Series);
        app.MapMethods("/series/{slug}/{session}.json", Reading, Session);
        app.MapMethods("/data/sessions.json", Reading, Json);
        app.MapMethods("/data/sessions.csv", Reading, Csv);
        app.MapMethods("/sitemap.xml", Reading, First);
        app.MapMethods("/sitemap-{page:int}.xml", Reading, Further);
        app.MapMethods("/robots.txt", Reading, Robots);
        app.MapOEmbed();
    }

    private static Task<IResult> Atom(string slug, OpenRecords records, AtomFeed feed, FeedCache cache, OpenDataTag tag, HttpContext http) =>
        Feed(http, cache, tag, $"atom:{slug}", AtomFeed.MediaType, async () =>
            await records.Series(slug) is { } series ? feed.Of(series, await records.Sessions(series.Id, MostNewsSessions).ToListAsync()) : null);

    private static Task<IResult> Podcast(string slug, OpenRecords records, PodcastFeed feed, FeedCache cache, OpenDataTag tag, HttpContext http) =>
        Feed(http, cache, tag, $"podcast:{slug}", PodcastFeed.MediaType, async () =>
            await records.Series(slug) is { } series ? feed.Of(series, await records.Sessions(series.Id, MostEpisodeSessions).ToListAsync()) : null);

    private static Task<IResult> AudioPodcast(string slug, OpenRecords records, PodcastFeed feed, FeedCache cache, OpenDataTag tag, HttpContext http) =>
        Feed(http, cache, tag, $"podcast-audio:{slug}", PodcastFeed.MediaType, async () =>
            await records.Series(slug) is { } series ? feed.Of(series, await records.Sessions(series.Id, MostEpisodeSessions).ToListAsync(), isAudio: true) : null);

    private static async Task<IResult> Series(string slug, OpenRecords records, OpenJson json, OpenDataTag tag, HttpContext http)
    {
        var current = tag.Current;
        return await records.Series(slug) is { } series
            ? Streamed(http, OpenJson.MediaType, current, output => json.Series(output, series, records.Sessions(series.Id, stop: http.RequestAborted)))
            : NotFoundResult.Page();
    }

    private static async Task<IResult> Session(string slug, string session, OpenRecords records, OpenJson json, OpenDataTag tag, HttpContext http)
    {
        var current = tag.Current;
        return await records.Session(slug, session) is { } found
            ? Streamed(http, OpenJson.MediaType, current, output => json.Session(output, found))
            : NotFoundResult.Page();
    }

    private static IResult Json(OpenRecords records, OpenJson json, OpenDataTag tag, HttpContext http) =>
        Streamed(http, OpenJson.MediaType, tag.Current, async output => await json.All(output, await records.AllSeries(), records.Sessions(stop: http.RequestAborted)));

    private static IResult Csv(OpenRecords records, OpenCsv csv, OpenDataTag tag, HttpContext http)
    {
        http.Response.Headers.ContentDisposition = "attachment; filename=\"sessions.csv\"";
        return Streamed(http, OpenCsv.MediaType, tag.Current, output => csv.Write(output, records.Sessions(stop: http.RequestAborted)));
    }

    private static async Task<IResult> First(Sitemap sitemap, OpenDataTag tag, HttpContext http)
    {
        var current = tag.Current;
        var pages = await sitemap.Pages();
        return Streamed(http, Sitemap.MediaType, current, output => pages > 1 ? sitemap.WriteIndex(output, pages) : sitemap.WritePage(output, 1, stop: http.RequestAborted));
    }

    private static async Task<IResult> Further(int page, Sitemap sitemap, OpenDataTag tag, HttpContext http)
    {
        var current = tag.Current;
        return page >= 1 && page <= await sitemap.Pages()
            ? Streamed(http, Sitemap.MediaType, current, output => sitemap.WritePage(output, page, stop: http.RequestAborted))
            : NotFoundResult.Page();
    }

    /// <summary>Personal links are shut by being secret and unlinked; they stand here so that one that leaked is not searched for.</summary>
    private static IResult Robots(SiteOptions site) => Results.Text(RobotsText(site), "text/plain; charset=utf-8");

    public static string RobotsText(SiteOptions site) => $"""
        User-agent: *
        Disallow: /account
        Disallow: /host
        Disallow: /join
        Disallow: /my
        Disallow: /speak
        Disallow: /archive?

        Sitemap: {site.Link("/sitemap.xml")}

        """.ReplaceLineEndings("\n");

    private static async Task<IResult> Feed(HttpContext http, FeedCache cache, OpenDataTag tag, string key, string type, Func<Task<WrittenFeed?>> build)
    {
        if (await cache.Get(key, tag.Version, build) is not { } kept) return NotFoundResult.Page();
        Openly(http);
        http.Response.ContentLength = kept.Text.Length;
        return Results.Stream(kept.Text.CopyTo, type, entityTag: new EntityTagHeaderValue(kept.Tag));
    }

    private static IResult Streamed(HttpContext http, string type, EntityTagHeaderValue tag, Func<Stream, Task> write)
    {
        Openly(http);
        // The framework answers If-None-Match from the tag, before anything is read.
        return Results.Stream(write, type, entityTag: tag);
    }

    private static void Openly(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.AccessControlAllowOrigin = "*";
    }
}
