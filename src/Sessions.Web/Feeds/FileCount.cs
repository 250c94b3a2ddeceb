using Sessions.Archive;
using Sessions.Archive.Counts;
using Sessions.Data;

namespace Sessions.Web.Feeds;

/// <summary>
/// Counts a public file that leaves, once for each time somebody begins with it, and keeps nothing of whom. A player asks for a recording
/// in many parts: the one that begins at its first byte counts. Programs that say they are robots do not, nor what a browser had already.
/// </summary>
public static class FileCount
{
    private const int SmallestPart = 16 * 1024;

    private static readonly string[] Robots = ["bot", "crawl", "spider", "slurp", "preview", "monitor", "facebookexternalhit", "headless"];

    internal static void When(HttpContext http, FileToSend? file, FileUses uses, TimeProvider time)
    {
        if (file is null or { IsPoster: true } || Of(http.Request) is not { } kind) return;
        http.Response.OnCompleted(() =>
        {
            if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent) uses.Note(file.Id, kind, time.Now().InUtc().Date);
            return Task.CompletedTask;
        });
    }

    /// <summary>Null for what does not count.</summary>
    public static UseKind? Of(HttpRequest request)
    {
        var headers = request.Headers;
        var agent = headers.UserAgent.ToString();
        if (!HttpMethods.IsGet(request.Method) || agent.Length == 0 || Array.Exists(Robots, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase))) return null;
        if ($"{headers["Sec-Purpose"]}{headers["Purpose"]}".Contains("prefetch", StringComparison.OrdinalIgnoreCase) || !Begins(request)) return null;
        return headers["Sec-Fetch-Dest"].ToString() is "video" or "audio" ? UseKind.Play : UseKind.Download;
    }

    /// <summary>The whole, or a part from the first byte on that somebody could see or hear something of. Two bytes are a player's question whether parts can be had.</summary>
    private static bool Begins(HttpRequest request) => request.GetTypedHeaders().Range switch
    {
        null => true,
        { Ranges: { Count: 1 } ranges } => ranges.First() is { From: 0, To: null or > SmallestPart },
        _ => false,
    };
}
