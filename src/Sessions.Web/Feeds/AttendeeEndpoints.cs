using Microsoft.AspNetCore.Http.HttpResults;
using Sessions.People;
using Sessions.Views;
using Sessions.Web.Account;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>The people of a session to take along. Reading only, so a GET that changes nothing and is kept nowhere.</summary>
internal static class AttendeeEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAttendees(this WebApplication app)
    {
        app.MapMethods("/host/sessions/{session:guid}/people.csv", Reading, Csv);
        app.MapMethods("/host/sessions/{session:guid}/people/print", Reading, Print);
    }

    private static async Task<IResult> Csv(Guid session, AttendeeList view, HostQueries hosts, HttpContext http)
    {
        if (await Find(session, view, hosts, http) is not { } list) return NotFoundResult.Page();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(AttendeesCsv.Write(list), "text/csv; charset=utf-8", $"{list.SeriesSlug}-{list.Slug}-people.csv");
    }

    private static async Task<IResult> Print(Guid session, AttendeeList view, HostQueries hosts, HttpContext http)
    {
        if (await Find(session, view, hosts, http) is not { } list) return NotFoundResult.Page();
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<AttendeeSheet>(new { List = list, SessionId = session }) { PreventStreamingRendering = true };
    }

    private static async Task<Attendees?> Find(Guid session, AttendeeList view, HostQueries hosts, HttpContext http) =>
        await SignInCookie.Find(http.User, hosts) is { } who ? await view.Read(who, session) : null;
}
