using Microsoft.Net.Http.Headers;
using Sessions.Views;
using Sessions.Web.Feeds.Open;
using Sessions.Web.Public;
using Sessions.Web.Uploads;

namespace Sessions.Web.Feeds;

/// <summary>Calendars to subscribe to. Asked for again and again, answered with 304 nearly always.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddFeeds(this WebApplicationBuilder builder) => builder.Services.AddSingleton<FeedCache>().AddSingleton<UploadDoor>().AddOpenData();

    public static void MapFeeds(this WebApplication app)
    {
        app.MapMethods("/series/{slug}.ics", Reading, async (string slug, CalendarFeedQueries feeds, FeedCache cache, HttpContext http) =>
            await Answer(feeds.Series(slug), cache, http, "public, no-cache", slug));
        app.MapMethods("/series/{slug}/{session}.ics", Reading, async (string slug, string session, CalendarFeedQueries feeds, FeedCache cache, HttpContext http) =>
            await Answer(feeds.Session(slug, session), cache, http, "public, no-cache", $"{slug}-{session}"));
        app.MapMethods("/my/{token}.ics", Reading, async (string token, CalendarFeedQueries feeds, FeedCache cache, HttpContext http) =>
            await Answer(await feeds.My(token), cache, http, "private, no-cache", "my-sessions"));
        app.MapOpenData();
        CaptionEndpoints.Map(app);
        InboundEndpoint.Map(app);
    }

    private static async Task<IResult> Answer(CalendarFeed? feed, FeedCache cache, HttpContext http, string control, string name)
    {
        if (feed is null || await cache.Get(feed) is not { } kept) return NotFoundResult.Page();
        http.Response.Headers.CacheControl = control;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.ics\"";
        http.Response.ContentLength = kept.Text.Length;
        // The framework answers If-None-Match and If-Modified-Since from these two, with 304 and no body.
        return Results.Stream(kept.Text.CopyTo, "text/calendar; charset=utf-8", lastModified: kept.ChangedAt, entityTag: new EntityTagHeaderValue(kept.Tag));
    }
}
