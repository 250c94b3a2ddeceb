using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Views.OpenData;

namespace Sessions.Web.Public;

/// <summary>From an address to the component that answers it, with what it says and until when that holds.</summary>
internal static class PublicEndpoints
{
    public static async Task<IResult> Home(HomeView view, PublicCache cache, TimeProvider time, HttpContext http)
    {
        var now = time.Now();
        var facts = await view.Read(now);
        cache.EndAt(http, facts.ValidUntil);
        return Page<HomePage>(new { Facts = facts, Now = now });
    }

    public static async Task<IResult> Series(string slug, SeriesView view, KnownVisitors visitors, PublicCache cache, TimeProvider time, HttpContext http)
    {
        if (await view.Read(slug, time.Now()) is not { } facts) return NotFoundResult.Page();
        cache.EndAt(http, facts.ValidUntil);
        return Page<SeriesPage>(new { Facts = facts, Visitor = await visitors.Of(http, facts.Id, null) });
    }

    public static async Task<IResult> Session(string slug, string session, string? zone, SessionView view, KnownVisitors visitors, WatchView watch, PublicCache cache, TimeProvider time, HttpContext http)
    {
        var now = time.Now();
        if (await view.Read(slug, session, now) is not { } facts) return NotFoundResult.Page();
        cache.EndAt(http, facts.ValidUntil);
        if (facts.HasForMembers && KnownVisitors.Token(http) is { } token)
        {
            var own = await watch.ForMember(token, facts.Id);
            facts = facts with { Recordings = [.. facts.Recordings, .. own.Recordings], Captions = [.. facts.Captions, .. own.Captions] };
        }

        LinkFrames.Allow(http, facts.Recordings);
        return Page<SessionPage>(new { Facts = facts, Now = now, Zone = SessionClock.Knows(zone) ? zone : null, Visitor = await visitors.Of(http, facts.SeriesId, facts.Id) });
    }

    public static async Task<IResult> Card(string slug, string session, SessionView view, PublicCache cache, TimeProvider time, IStringLocalizer<Words> words, HttpContext http)
    {
        if (await view.Read(slug, session, time.Now()) is not { } facts) return NotFoundResult.Page();
        cache.EndAt(http, facts.ValidUntil);
        return Results.Text(SessionCardSvg.Of(facts, words), "image/svg+xml");
    }

    /// <summary>For a day, as a photo is; in another colour it has another address.</summary>
    public static async Task<IResult> Cover(string slug, int hue, OpenRecords records, HttpContext http)
    {
        if (await records.Series(slug) is not { } series || series.Hue != hue) return NotFoundResult.Page();
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(SeriesCover.Of(series.Id, hue), SeriesCover.MediaType);
    }

    public static async Task<IResult> Speaker(string slug, SpeakerView view, PublicCache cache, TimeProvider time, HttpContext http)
    {
        var now = time.Now();
        if (await view.Read(slug, now) is not { } facts)
            return await view.MovedTo(slug) is { } moved ? Results.Redirect($"/people/{moved}", permanent: true) : NotFoundResult.Page();
        cache.EndAt(http, facts.ValidUntil);
        return Page<SpeakerPage>(new { Facts = facts, Now = now });
    }

    public static async Task<IResult> SiteText(string key, SiteTextView view) => Page<SiteTextPage>(new { Key = key, Text = await view.Read(key) });

    public static IResult Accent(string hues, HttpContext http)
    {
        if (Accents.Css(hues) is not { } css) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=604800";
        return Results.Text(css, "text/css");
    }

    /// <summary>Shown in place of an answer that failed; nobody's address otherwise.</summary>
    public static IResult Error(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is null
        ? NotFoundResult.Page()
        : new RazorComponentResult<ErrorPage> { StatusCode = StatusCodes.Status500InternalServerError, PreventStreamingRendering = true };

    private static RazorComponentResult<T> Page<T>(object parameters) where T : Microsoft.AspNetCore.Components.IComponent =>
        new(parameters) { PreventStreamingRendering = true };
}
