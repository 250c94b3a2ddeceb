using System.Net;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.People;
using Sessions.Views;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>
/// How to show one of our pages on another site (oembed.com, 1.0): a session with a recording of ours as its player, everything else
/// as a link. 404 for what is no public page of ours, 501 for a format that we don't write, 400 without an address.
/// </summary>
internal static class OEmbedEndpoint
{
    private const int Width = 640, Height = 480, SoundHeight = 180, Least = 240;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOEmbed(this WebApplication app) => app.MapMethods("/oembed", Reading, Answer);

    public static string Address(string page, string format) => $"/oembed?url={Uri.EscapeDataString(page)}&format={format}";

    private static async Task<IResult> Answer(string? url, string? format, string? maxwidth, string? maxheight, SessionView sessions, SeriesView series, SiteOptions site,
        IStringLocalizer<Words> l, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (string.IsNullOrWhiteSpace(url)) return Results.Text("Say which page: /oembed?url=…", statusCode: StatusCodes.Status400BadRequest);
        if (format is not (null or "" or "json" or "xml")) return Results.Text("Formats are json and xml.", statusCode: StatusCodes.Status501NotImplemented);
        var (width, height) = (Most(maxwidth, Width), Most(maxheight, Height));
        var found = Path(url, site) switch
        {
            [var slug] => await series.Read(slug, time.Now()) is { } facts ? Link(facts.Name, site) : null,
            [var slug, var session] => await sessions.Read(slug, session, time.Now()) is { } facts ? Of(facts, width, height, site, l) : null,
            _ => null,
        };
        if (found is null) return Results.Text("No public page of this site has that address.", statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return format == "xml" ? Results.Text(Xml(found), "text/xml; charset=utf-8") : Results.Json(found.ToDictionary(f => f.Name, f => f.Value));
    }

    /// <summary>The parts after "series"; null for an address that is none of this site.</summary>
    private static string[]? Path(string url, SiteOptions site)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var asked) || asked.Scheme is not ("http" or "https")) return null;
        if (!string.Equals(asked.Authority, site.PublicUrl.Authority, StringComparison.OrdinalIgnoreCase)) return null;
        var start = new Uri(site.Link("/series/")).AbsolutePath;
        return asked.AbsolutePath.StartsWith(start, StringComparison.Ordinal)
            ? [.. asked.AbsolutePath[start.Length..].TrimEnd('/').Split('/').Select(Uri.UnescapeDataString)]
            : null;
    }

    private static List<(string Name, object Value)> Of(SessionFacts session, int width, int height, SiteOptions site, IStringLocalizer<Words> l)
    {
        var name = SessionTitle.Of(session.Title, session.Theme, session.IsOver, l);
        if (session.Recordings.FirstOrDefault(EmbedEndpoint.Plays) is not { } recording) return Link(name, site);
        var isSound = EmbedEndpoint.IsSound(recording);
        if (isSound) height = Math.Min(height, SoundHeight);
        var frame = $"""<iframe src="{WebUtility.HtmlEncode(site.Link(EmbedEndpoint.Path(session)))}" width="{width}" height="{height}" title="{WebUtility.HtmlEncode(name)}" loading="lazy" allowfullscreen></iframe>""";
        return [.. Link(name, site, isSound ? "rich" : "video"), ("html", frame), ("width", width), ("height", height)];
    }

    private static List<(string Name, object Value)> Link(string title, SiteOptions site, string type = "link") =>
        [("version", "1.0"), ("type", type), ("title", title), ("provider_name", site.Name), ("provider_url", site.Link("/")), ("cache_age", 3600)];

    private static int Most(string? said, int usual) => int.TryParse(said, out var most) ? Math.Clamp(most, Least, usual) : usual;

    private static string Xml(List<(string Name, object Value)> fields)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in fields) xml.WriteElementString(name, FeedXml.Clean($"{value}"));
            xml.WriteEndElement();
        }
        return $"""<?xml version="1.0" encoding="utf-8" standalone="yes"?>{text}""";
    }
}
