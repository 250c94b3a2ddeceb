using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Sessions.Archive.Captions;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>Captions of public recordings: for players, and as text to read, print and keep.</summary>
internal static class CaptionEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app)
    {
        app.MapMethods("/captions/{recording:guid}/{language}.vtt", Reading, async (Guid recording, string language, CaptionQueries captions, HttpContext http) =>
            Send(http, await captions.Public(recording, language), WebVtt.MediaType, text => text));
        app.MapMethods("/captions/{recording:guid}/{language}.txt", Reading, async (Guid recording, string language, CaptionQueries captions, HttpContext http) =>
            Send(http, await captions.Public(recording, language), "text/plain; charset=utf-8", text => Transcript.Write(CaptionReader.Read(text).Cues)));
    }

    public static string Path(Guid recording, string language, string kind = "vtt") => $"/captions/{recording}/{language}.{kind}";

    private static IResult Send(HttpContext http, CaptionText? captions, string type, Func<string, string> write)
    {
        if (captions is null) return NotFoundResult.Page();
        var bytes = Encoding.UTF8.GetBytes(write(captions.Text));
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, type, lastModified: captions.UpdatedAt.ToDateTimeOffset(), entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
    }
}
