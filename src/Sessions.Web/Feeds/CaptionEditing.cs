using Microsoft.Extensions.Localization;
using RequestSizeLimitAttribute = Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.People;
using Sessions.Web.Account;
using Sessions.Web.Host.Room;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>
/// Captions out and in for the editor of the console, which keeps its work in the browser and asks no circuit. The browser says where a
/// request comes from, and no form of another site can send a PUT.
/// </summary>
internal static class CaptionEditing
{
    private const string One = "/host/sessions/{session:guid}/captions/{recording:guid}/{language}.vtt";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCaptionEditing(this WebApplication app)
    {
        app.MapMethods(One, Reading, Read);
        app.MapPut(One, Save).AddEndpointFilter<SameSite>().WithMetadata(new RequestSizeLimitAttribute(CaptionReader.MostBytes));
    }

    public static string Path(Guid session, Guid recording, string language) => $"/host/sessions/{session}/captions/{recording}/{language}.vtt";

    /// <summary>204 where there are none yet.</summary>
    private static async Task<IResult> Read(Guid session, Guid recording, string language, CaptionQueries captions, HostQueries hosts, HttpContext http)
    {
        if (await SignInCookie.Find(http.User, hosts) is not { } who || await captions.Desk(who, session, recording, language) is not { } desk) return NotFoundResult.Page();
        return await captions.Held(who, session, recording, desk.Language) is { } held ? CaptionEndpoints.Send(http, held, asTranscript: false, isPublic: false) : Results.NoContent();
    }

    /// <summary>The body is WebVTT. Answers with what is kept; with 412 and what somebody else saved; or with 422 and each fault.</summary>
    private static async Task<IResult> Save(Guid session, Guid recording, string language, CaptionService service, CaptionQueries captions, HostQueries hosts, IStringLocalizer<Words> words, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (await SignInCookie.Find(http.User, hosts) is not { } who || await captions.Desk(who, session, recording, language) is not { } desk) return NotFoundResult.Page();
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        var answer = CaptionTerms.TryRead(http.Request, out var seen) ? await service.Save(who, session, recording, desk.Language, file.ToArray(), seen) : ArchiveRefusal.Stale;
        if (answer.No is ArchiveRefusal.Stale) return Json(StatusCodes.Status412PreconditionFailed, await captions.Held(who, session, recording, desk.Language), null, []);
        if (answer.No is { } no) return Json(StatusCodes.Status409Conflict, null, RoomWords.Of(no, words), []);
        return answer.Value!.Kept is { } kept ? Json(StatusCodes.Status200OK, kept, null, [])
            : Json(StatusCodes.Status422UnprocessableEntity, null, null, [.. answer.Value.Faults.Select(f => new SaidFault(f.Line, CaptionWords.Plain(f.Kind, words)))]);
    }

    private static IResult Json(int status, CaptionText? held, string? detail, IReadOnlyList<SaidFault> faults) =>
        Results.Json(new EditedCaptions(held?.Version, held?.Text, held?.UpdatedAt.ToDateTimeOffset(), detail, faults), statusCode: status);

    /// <param name="Line">Of what was sent, from 1.</param>
    private sealed record SaidFault(int Line, string Words);

    /// <param name="Version">Of what is kept now; null where there are none.</param>
    private sealed record EditedCaptions(string? Version, string? Text, DateTimeOffset? UpdatedAt, string? Detail, IReadOnlyList<SaidFault> Faults);
}
