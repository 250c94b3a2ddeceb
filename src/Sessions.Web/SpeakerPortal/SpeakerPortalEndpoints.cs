using Microsoft.AspNetCore.Http.HttpResults;
using RequestSizeLimitAttribute = Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Files;
using Sessions.Speakers;
using Sessions.Web.Feeds;
using Sessions.Web.Public;

namespace Sessions.Web.SpeakerPortal;

/// <summary>A speaker's one page. GET shows it, POST changes it; who does not hold the token learns nothing.</summary>
public static class SpeakerPortalEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSpeakerPortal(this WebApplication app)
    {
        app.MapMethods("/speak/{token}", Reading, Show);
        app.MapMethods("/speak/{token}/files/{id:guid}", Reading, OwnFile);
        app.MapMethods("/speak/{token}/photo.jpg", Reading, Photo);
        app.MapForm("/speak/{token}", Save).WithMetadata(new RequestSizeLimitAttribute(UploadForm.MostBytes));
        app.MapForm("/speak/{token}/answer", Reply);
        app.MapForm("/speak/{token}/other-date", OtherDate);
        app.MapForm("/speak/{token}/with", BringAlong);
        app.MapTalkUploads();
    }

    private static async Task<IResult> Show(string token, bool? saved, string? zone, SpeakerQueries speakers, TimeProvider time) =>
        await speakers.Page(token, time.Now()) is { } talk ? Page(new() { Token = token, Talk = talk, Form = talk.Form, JustSaved = saved is true, Zone = zone }) : NotFoundResult.Page();

    private static async Task<IResult> OwnFile(string token, Guid id, SpeakerQueries speakers, FileStore store, TimeProvider time, HttpContext http) =>
        FileAnswer.Send(http, store, await speakers.OwnFile(token, id, time.Now()));

    private static async Task<IResult> Photo(string token, PhotoQueries photos, TimeProvider time) =>
        await photos.Own(token, time.Now()) is { } bytes ? Results.Bytes(bytes, Picture.MediaType) : NotFoundResult.Page();

    private static async Task<IResult> Save(string token, TalkService talks, PortalService portal, PhotoService photos, SpeakerQueries speakers, FileStore store, TimeProvider time, IStringLocalizer<Words> words, HttpContext http)
    {
        if (IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await speakers.Page(token, time.Now()) is not { } before) return NotFoundResult.Page();
        var input = new TalkInput(talks, portal, photos, store, words);
        if (!await input.Take(token, before.Form, http.Request) || await speakers.Page(token, time.Now()) is not { } talk) return NotFoundResult.Page();
        if (http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json"))
            return Results.Json(new { problems = input.Problems.Select(p => new { field = p.Field, text = p.Text }) });
        if (input.Problems.Count == 0) return SeeOther(http, $"/speak/{token}?saved=true");
        return Page(new() { Token = token, Talk = talk, Form = input.Typed ?? talk.Form, Problems = input.Problems, Link = input.Link });
    }

    private static async Task<IResult> Reply(string token, TalkService talks, SpeakerQueries speakers, TimeProvider time, HttpContext http)
    {
        if (IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await speakers.Page(token, time.Now()) is null) return NotFoundResult.Page();
        var form = await UploadForm.Read(http.Request, (_, _) => Task.CompletedTask);
        var no = form["answer"] switch
        {
            "yes" => await talks.Accept(token),
            "no" => await talks.Decline(token, form["because"]),
            _ => null,
        };
        return no is null ? SeeOther(http, $"/speak/{token}") : NotFoundResult.Page();
    }

    private static async Task<IResult> OtherDate(string token, PortalService portal, SpeakerQueries speakers, TimeProvider time, IStringLocalizer<Words> words, HttpContext http)
    {
        if (IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await speakers.Page(token, time.Now()) is not { } talk) return NotFoundResult.Page();
        var form = await UploadForm.Read(http.Request, (_, _) => Task.CompletedTask);
        var chosen = form["session"].Split(',').Select(id => Guid.TryParse(id, out var session) ? session : Guid.Empty).ToHashSet();
        return await portal.ProposeDate(token, chosen, form["date-note"]) switch
        {
            null => SeeOther(http, $"/speak/{token}"),
            SpeakerRefusal.NoDateChosen => Page(new() { Token = token, Talk = talk, Form = talk.Form, Problems = [Problem.NoDate(words)], OtherDate = (chosen, form["date-note"]) }),
            _ => NotFoundResult.Page(),
        };
    }

    private static async Task<IResult> BringAlong(string token, PortalService portal, SpeakerQueries speakers, TimeProvider time, IStringLocalizer<Words> words, HttpContext http)
    {
        if (IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await speakers.Page(token, time.Now()) is not { } talk) return NotFoundResult.Page();
        var form = await UploadForm.Read(http.Request, (_, _) => Task.CompletedTask);
        return await portal.BringAlong(token, form["with-name"], form["with-email"]) switch
        {
            null => SeeOther(http, $"/speak/{token}"),
            SpeakerRefusal.LinkNotOpen => NotFoundResult.Page(),
            { } no => Page(new() { Token = token, Talk = talk, Form = talk.Form, Problems = [Problem.Beside(no, words)], Beside = (form["with-name"], form["with-email"]) }),
        };
    }

    /// <summary>The token is the right to act; this only keeps another site from pressing the button with a token it came by.</summary>
    internal static bool IsForeign(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static RazorComponentResult<TalkPage> Page(TalkShown shown) => new(new { Shown = shown })
    {
        PreventStreamingRendering = true,
        StatusCode = shown.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
    };

    private static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
