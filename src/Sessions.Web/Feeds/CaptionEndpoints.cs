using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Sessions.Archive.Captions;
using Sessions.Archive.Chapters;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>Captions of public recordings: for players, and as text to read, print and keep.</summary>
internal static class CaptionEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app)
    {
        app.MapMethods("/captions/{recording:guid}/{language}.vtt", Reading, async (Guid recording, string language, CaptionQueries captions, HttpContext http) =>
            await Public(recording, language, captions, http, asTranscript: false));
        app.MapMethods("/captions/{recording:guid}/chapters.vtt", Reading, (Guid recording, CaptionQueries captions, HttpContext http) => Chapters(recording, captions, http, asJson: false));
        app.MapMethods("/captions/{recording:guid}/chapters.json", Reading, (Guid recording, CaptionQueries captions, HttpContext http) => Chapters(recording, captions, http, asJson: true));
        app.MapMethods("/captions/{recording:guid}/{language}.txt", Reading, async (Guid recording, string language, CaptionQueries captions, HttpContext http) =>
            await Public(recording, language, captions, http, asTranscript: true));
    }

    public static string Path(Guid recording, string language, string kind = "vtt") => $"/captions/{recording}/{language}.{kind}";

    public static string ChaptersPath(Guid recording, string kind = "vtt") => Path(recording, "chapters", kind);

    private static async Task<IResult> Chapters(Guid recording, CaptionQueries captions, HttpContext http, bool asJson)
    {
        var found = await captions.Chapters(recording);
        if (found is null && await captions.IsTakenDown(recording)) return GoneResult.Page(http);
        return found is null || !asJson ? SendChapters(http, found, isPublic: true)
            : Send(http, ChapterJson.Write(ChapterReader.Read(found).Chapters), ChapterJson.MediaType, null, isPublic: true);
    }

    private static async Task<IResult> Public(Guid recording, string language, CaptionQueries captions, HttpContext http, bool asTranscript)
    {
        var found = await captions.Public(recording, language);
        return found is null && await captions.IsTakenDown(recording) ? GoneResult.Page(http) : Send(http, found, asTranscript, isPublic: true);
    }

    internal static IResult Send(HttpContext http, CaptionText? captions, bool asTranscript, bool isPublic) => captions is null ? NotFoundResult.Page()
        : Send(http, asTranscript ? Transcript.Write(WebVtt.Read(captions.Text)) : captions.Text, asTranscript ? "text/plain; charset=utf-8" : WebVtt.MediaType, captions.UpdatedAt.ToDateTimeOffset(), isPublic);

    /// <param name="chapters">As they are kept.</param>
    internal static IResult SendChapters(HttpContext http, string? chapters, bool isPublic) => chapters is null ? NotFoundResult.Page()
        : Send(http, ChapterReader.WriteVtt(ChapterReader.Read(chapters).Chapters), WebVtt.MediaType, null, isPublic);

    private static IResult Send(HttpContext http, string text, string type, DateTimeOffset? changedAt, bool isPublic)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.Headers.CacheControl = isPublic ? "public, no-cache" : "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, type, lastModified: changedAt, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
    }
}
