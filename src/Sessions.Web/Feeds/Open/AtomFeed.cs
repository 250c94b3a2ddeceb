using System.Globalization;
using System.Xml;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Sessions.Archive;
using Sessions.People;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>News of a series as Atom 1.0 (RFC 4287).</summary>
internal sealed class AtomFeed(SiteOptions site, IStringLocalizer<Words> l)
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    /// <summary>A reader asks for what is new; the whole record is open data.</summary>
    private const int MostEntries = 100;

    private const string Space = "http://www.w3.org/2005/Atom";

    public static string Path(string series) => $"/series/{series}/feed.xml";

    public WrittenFeed Of(OpenSeries series, IEnumerable<OpenSession> sessions)
    {
        var entries = sessions.SelectMany(s => AtomEntry.Of(s, l)).OrderByDescending(e => e.Updated).ThenBy(e => e.Id).Take(MostEntries).ToList();
        var updated = entries.Count > 0 && entries[0].Updated > series.PublishedAt ? entries[0].Updated : series.PublishedAt;
        // No date for If-Modified-Since: a corrected name changes the feed and no date in it.
        return new(text => Write(text, series, entries, updated), null);
    }

    private void Write(FeedText text, OpenSeries series, List<AtomEntry> entries, Instant updated)
    {
        using var xml = FeedXml.Writer(text);
        xml.WriteStartElement("feed", Space);
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.Element("id", NamedId.Urn(series.Id));
        xml.Element("title", series.Name);
        xml.Element("subtitle", series.Aim);
        xml.Element("updated", Rfc3339(updated));
        Link(xml, "self", "application/atom+xml", site.Link(Path(series.Slug)));
        Link(xml, "alternate", "text/html", site.Link(series.Path));
        Author(xml, "author", site.Name, site.Link("/"));
        xml.Element("generator", "Sessions");
        foreach (var entry in entries) Write(xml, entry);
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.Element("id", NamedId.Urn(entry.Id));
        xml.Element("title", entry.Title);
        xml.Element("published", Rfc3339(entry.Published));
        xml.Element("updated", Rfc3339(entry.Updated));
        Link(xml, "alternate", "text/html", site.Link(entry.Path));
        if (entry.Recording is { } recording) Recording(xml, recording);
        foreach (var speaker in entry.Session.Speakers) Author(xml, "contributor", speaker.Name, speaker.Slug is { } slug ? site.Link($"/people/{Uri.EscapeDataString(slug)}") : null);
        xml.Element("summary", entry.Summary);
        if (entry.Markdown is { Length: > 0 } markdown)
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            // Links in the hosts' words may begin at this site.
            xml.WriteAttributeString("xml", "base", null, site.Link("/"));
            xml.WriteString(FeedXml.Clean(HostText.Html(markdown, 2).Value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Recording(XmlWriter xml, OpenItem recording)
    {
        if (recording.File is { } file) Link(xml, "enclosure", file.MediaType, site.Link(FeedXml.FilePath(file)), file.Length);
        else if (HostText.IsWeb(recording.Url)) Link(xml, "related", "text/html", recording.Url!);
        if (recording.Licence is { } licence && Licences.Url(licence) is { } terms) Link(xml, "license", "text/html", terms);
        xml.Element("rights", string.Join(". ", new[] { recording.Licence is { } id ? Licences.Name(id) : null, recording.Credit }.OfType<string>()));
    }

    private static void Link(XmlWriter xml, string relation, string type, string address, long? length = null)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", new Uri(address).AbsoluteUri);
        if (length is { } bytes) xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string element, string name, string? address)
    {
        xml.WriteStartElement(element);
        xml.Element("name", name);
        xml.Element("uri", address);
        xml.WriteEndElement();
    }

    private static string Rfc3339(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
