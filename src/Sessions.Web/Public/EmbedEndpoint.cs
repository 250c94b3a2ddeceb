using Microsoft.AspNetCore.Http.HttpResults;
using Sessions.Data;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>A recording on somebody else's page: the one page of ours that may stand in a frame. It plays without a script and asks nobody else for anything.</summary>
internal static class EmbedEndpoint
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    public static string Path(SessionFacts session) => $"/embed/{session.SeriesSlug}/{session.Slug}";

    /// <summary>A file of ours; what stands elsewhere is embedded from there.</summary>
    public static bool Plays(ShownRecording recording) => recording.File is { } file && Files.FileType.IsPlayable(file.MediaType);

    public static bool IsSound(ShownRecording recording) => recording.File!.MediaType.StartsWith("audio/", StringComparison.Ordinal);

    public static async Task<IResult> Show(string slug, string session, SessionView view, PublicCache cache, TimeProvider time, HttpContext http)
    {
        if (await view.Read(slug, session, time.Now()) is not { } facts || facts.Recordings.FirstOrDefault(Plays) is not { } recording) return NotFoundResult.Page();
        cache.EndAt(http, facts.ValidUntil);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return new RazorComponentResult<EmbedPage>(new { Facts = facts, Recording = recording }) { PreventStreamingRendering = true };
    }
}
