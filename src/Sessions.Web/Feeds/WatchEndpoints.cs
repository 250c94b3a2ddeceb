using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Files;
using Sessions.Views;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>
/// Recordings that are not for everybody. By their link: whoever holds it. For members: whoever is known on this device and signed up; the
/// addresses hold no secret, so that one that is passed on opens nothing. Nothing of either is kept anywhere.
/// </summary>
internal static class WatchEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWatch(this WebApplication app)
    {
        app.MapMethods("/watch/{token}", Reading, Page);
        app.MapMethods("/watch/{token}/{name}", Reading, async (string token, string name, WatchView view, FileStore store, HttpContext http) =>
            File(http, store, await view.FileByLink(token, name)));
        app.MapMethods("/watch/{token}/captions/{language}.vtt", Reading, async (string token, string language, WatchView view, HttpContext http) =>
            Text(http, await view.CaptionsByLink(token, language), asTranscript: false));
        app.MapMethods("/watch/{token}/captions/{language}.txt", Reading, async (string token, string language, WatchView view, HttpContext http) =>
            Text(http, await view.CaptionsByLink(token, language), asTranscript: true));
        app.MapMethods("/watch/{token}/chapters.vtt", Reading, async (string token, WatchView view, HttpContext http) => Chapters(http, await view.ChaptersByLink(token)));
        app.MapMethods("/members/{recording:guid}/chapters.vtt", Reading, async (Guid recording, WatchView view, HttpContext http) =>
            Chapters(http, await view.ChaptersForMember(KnownVisitors.Token(http), recording)));
        app.MapMethods("/members/{recording:guid}/{name}", Reading, async (Guid recording, string name, WatchView view, FileStore store, HttpContext http) =>
            File(http, store, await view.FileForMember(KnownVisitors.Token(http), recording, name)));
        app.MapMethods("/members/{recording:guid}/captions/{language}.vtt", Reading, async (Guid recording, string language, WatchView view, HttpContext http) =>
            Text(http, await view.CaptionsForMember(KnownVisitors.Token(http), recording, language), asTranscript: false));
        app.MapMethods("/members/{recording:guid}/captions/{language}.txt", Reading, async (Guid recording, string language, WatchView view, HttpContext http) =>
            Text(http, await view.CaptionsForMember(KnownVisitors.Token(http), recording, language), asTranscript: true));
    }

    private static async Task<IResult> Page(string token, WatchView view, HttpContext http) => await view.ByLink(token) switch
    {
        null => NotFoundResult.Page(),
        { Recording: null } => GoneResult.Page(http),
        var watched => Shown(http, watched, token),
    };

    private static IResult Shown(HttpContext http, WatchedByLink watched, string token)
    {
        LinkFrames.Allow(http, [watched.Recording!]);
        return FormAnswer.Page<WatchPage>(new { Watched = watched, Token = token });
    }

    private static IResult File(HttpContext http, FileStore store, Watched<FileToSend> file) => file.IsTakenDown ? GoneResult.Page(http) : FileAnswer.Send(http, store, file.What);

    private static IResult Chapters(HttpContext http, Watched<string> chapters) => chapters.IsTakenDown ? GoneResult.Page(http) : CaptionEndpoints.SendChapters(http, chapters.What, isPublic: false);

    private static IResult Text(HttpContext http, Watched<CaptionText> captions, bool asTranscript) =>
        captions.IsTakenDown ? GoneResult.Page(http) : CaptionEndpoints.Send(http, captions.What, asTranscript, isPublic: false);
}
