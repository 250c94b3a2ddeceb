using System.Net;
using System.Text.RegularExpressions;
using Sessions.People;

namespace Sessions.Web.Commands.Export;

/// <summary>
/// Which addresses of the site are files of the copy, and how a page of it names them: by their way from the page, so that it holds
/// below any folder of any server. What is no file of it leads to the site itself.
/// </summary>
internal sealed partial class ExportedPaths(SiteOptions site)
{
    private readonly HashSet<string> _there = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _assets = new(StringComparer.Ordinal);
    private readonly Queue<string> _wanted = [];

    public void Add(string path) => _there.Add(path);

    /// <param name="link">As pages name it, with a fingerprint or without.</param>
    public void AddAsset(string link, string path)
    {
        _assets[link] = path;
        _there.Add(path);
    }

    /// <summary>The next address that pages named and nobody has made yet.</summary>
    public bool TryTake(out string path) => _wanted.TryDequeue(out path!);

    /// <summary>Below the copy's folder, with slashes.</summary>
    /// <param name="path">An address of the site, percent-encoded, perhaps with a page in its query.</param>
    public static string FileOf(string path)
    {
        var query = path.IndexOf("?page=", StringComparison.Ordinal);
        var plain = Uri.UnescapeDataString(query < 0 ? path : path[..query]).Trim('/');
        if (query >= 0) plain += $"/page-{path[(query + 6)..]}";
        return plain.Length == 0 ? "index.html" : IsFile(path) ? plain : $"{plain}/index.html";
    }

    /// <summary>Every address on this site that an attribute of a page holds.</summary>
    /// <param name="from">The page's own address.</param>
    public string Rewrite(string html, string from) => Rooted().Replace(html, found => WebUtility.HtmlEncode(Link(WebUtility.HtmlDecode(found.Value), from)));

    private string Link(string to, string from)
    {
        var (path, fragment) = to.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (to[..at], to[at..]) : (to, "");
        if (_assets.TryGetValue(path, out var asset)) path = asset;
        if (!_there.Contains(path) && OnDemand().IsMatch(path))
        {
            _there.Add(path);
            _wanted.Enqueue(path);
        }
        if (!_there.Contains(path)) return site.Link(to);
        var up = string.Concat(Enumerable.Repeat("../", FileOf(from).Count(c => c == '/')));
        return up + string.Join('/', FileOf(path).Split('/').Select(Uri.EscapeDataString)) + fragment;
    }

    private static bool IsFile(string path) => path.StartsWith("/files/", StringComparison.Ordinal) || Path.GetExtension(path).Length > 1 && !path.Contains('?', StringComparison.Ordinal);

    /// <summary>Made when a page asks for them: sheets of colours, photos. What people write can name any address, so these are exact.</summary>
    [GeneratedRegex(@"^/(accent/[0-9]{1,3}([.-][0-9]{1,3})*\.css|people/[^/?#.]+/[A-Za-z0-9_-]+\.jpg)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnDemand();

    [GeneratedRegex("""(?<=\s(href|src|poster)=")/(?!/)[^"]*""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Rooted();
}
