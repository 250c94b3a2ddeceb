using Sessions.Files;
using Sessions.Speakers;

namespace Sessions.Web.Public;

/// <summary>Photos of people on public programmes. An address is of one photo for ever: a replaced one is gone.</summary>
internal static class Portraits
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPortraits(this WebApplication app) => app.MapMethods("/people/{slug}/{tag}.jpg", Reading, Show);

    public static string Path(string slug, string tag) => $"/people/{Uri.EscapeDataString(slug)}/{tag}.jpg";

    private static async Task<IResult> Show(string slug, string tag, PhotoQueries photos, HttpContext http)
    {
        if (await photos.Public(slug, tag) is not { } bytes) return NotFoundResult.Page();
        // A day, not for ever: who takes their photo down does not wait longer for the last browser.
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(bytes, Picture.MediaType, entityTag: new($"\"{tag}\""));
    }
}
