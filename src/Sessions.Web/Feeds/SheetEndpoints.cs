using Sessions.People;
using Sessions.Scheduling.Sheets;
using Sessions.Views;
using Sessions.Web.Account;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>The sessions of a series to take along. Reading only, so a GET that changes nothing and is kept nowhere.</summary>
internal static class SheetEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSheets(this WebApplication app)
    {
        app.MapMethods("/host/series/{slug}/sessions.csv", Reading, Csv);
        app.MapMethods("/host/series/{slug}/sessions.json", Reading, Json);
        app.MapMethods("/host/series/{slug}/sessions.ics", Reading, Ics);
    }

    private static Task<IResult> Csv(string slug, SessionSheet view, HostQueries hosts, HttpContext http) => Send(SheetFormat.Csv, slug, view, hosts, http);

    private static Task<IResult> Json(string slug, SessionSheet view, HostQueries hosts, HttpContext http) => Send(SheetFormat.Json, slug, view, hosts, http);

    private static Task<IResult> Ics(string slug, SessionSheet view, HostQueries hosts, HttpContext http) => Send(SheetFormat.Ics, slug, view, hosts, http);

    private static async Task<IResult> Send(SheetFormat format, string slug, SessionSheet view, HostQueries hosts, HttpContext http)
    {
        if (await SignInCookie.Find(http.User, hosts) is not { } who || await view.Read(who, slug, format) is not { } file) return NotFoundResult.Page();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Content, file.MediaType, file.Name);
    }
}
