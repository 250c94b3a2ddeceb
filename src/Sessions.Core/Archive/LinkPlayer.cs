using System.Globalization;
using System.Text.RegularExpressions;

namespace Sessions.Archive;

/// <summary>How a video that stands elsewhere can be shown in place: by its site's own player, the one that sets the fewest cookies.</summary>
/// <param name="Site">As people call it.</param>
/// <param name="Origin">What a page's policy must allow.</param>
/// <param name="Embed">Address of the player, with no start.</param>
public sealed partial record LinkPlayer(string Site, string Origin, string Embed)
{
    /// <summary>What stands in front of the seconds.</summary>
    public required string Start { get; init; }

    /// <summary>Null for an address that no known player plays.</summary>
    public static LinkPlayer? Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")) return null;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        return host switch
        {
            "youtube.com" or "m.youtube.com" or "youtube-nocookie.com" => YouTube(uri.AbsolutePath == "/watch" ? Query().Match(uri.Query) : YouTubePath().Match(uri.AbsolutePath)),
            "youtu.be" => YouTube(ShortPath().Match(uri.AbsolutePath)),
            "vimeo.com" or "player.vimeo.com" => Vimeo(VimeoPath().Match(uri.AbsolutePath)),
            _ => uri.Scheme == "https" ? PeerTube(uri) : null,
        };
    }

    /// <param name="seconds">Where it begins.</param>
    public string At(int seconds) => seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Embed}{Start}{seconds}") : Embed;

    private static LinkPlayer? YouTube(Match id) => !id.Success ? null
        : new("YouTube", "https://www.youtube-nocookie.com", $"https://www.youtube-nocookie.com/embed/{id.Groups["id"].Value}?autoplay=1&rel=0") { Start = "&start=" };

    private static LinkPlayer? Vimeo(Match id) => !id.Success ? null
        : new("Vimeo", "https://player.vimeo.com", $"https://player.vimeo.com/video/{id.Groups["id"].Value}?dnt=1&autoplay=1{(id.Groups["h"] is { Success: true } h ? $"&h={h.Value}" : "")}") { Start = "#t=" };

    /// <summary>Any server may be one; the address tells. Without its exchange between viewers, which would show them each other's addresses.</summary>
    private static LinkPlayer? PeerTube(Uri uri)
    {
        if (PeerTubePath().Match(uri.AbsolutePath) is not { Success: true } id) return null;
        // As a header can hold it.
        var origin = uri.IsDefaultPort ? $"https://{uri.IdnHost}" : string.Create(CultureInfo.InvariantCulture, $"https://{uri.IdnHost}:{uri.Port}");
        return new(uri.Host, origin, $"{origin}/videos/embed/{id.Groups["id"].Value}?autoplay=1&p2p=0") { Start = "&start=" };
    }

    [GeneratedRegex(@"[?&]v=(?<id>[A-Za-z0-9_-]{11})(&|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();

    [GeneratedRegex(@"^/(live|shorts|embed|v)/(?<id>[A-Za-z0-9_-]{11})/?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YouTubePath();

    [GeneratedRegex(@"^/(?<id>[A-Za-z0-9_-]{11})/?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortPath();

    [GeneratedRegex(@"^/(video/|channels/[A-Za-z0-9_-]{1,60}/)?(?<id>[0-9]{5,12})(/(?<h>[0-9a-f]{8,20}))?/?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VimeoPath();

    [GeneratedRegex(@"^/(w|videos/watch)/(?<id>[A-Za-z0-9]{22}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeerTubePath();
}
