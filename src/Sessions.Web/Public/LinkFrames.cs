using Sessions.Archive;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>A page may hold the players of those sites that its own recordings stand on, and no other.</summary>
internal static class LinkFrames
{
    public static void Allow(HttpContext http, IEnumerable<ShownRecording> recordings)
    {
        var origins = recordings.Select(r => LinkPlayer.Of(r.Url)?.Origin).OfType<string>().Distinct().ToList();
        if (origins.Count > 0) http.Response.Headers.ContentSecurityPolicy = $"{http.Response.Headers.ContentSecurityPolicy}; frame-src {string.Join(' ', origins)}";
    }
}
