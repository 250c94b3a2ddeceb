using System.Globalization;
using System.Xml;
using NodaTime;
using Sessions.Archive;
using Sessions.People;
using Sessions.Speakers;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>
/// The recordings of a series that are files of ours, as a podcast: RSS 2.0 with the namespaces of Apple and of the Podcast Index.
/// What stands elsewhere has no length and no type that we know, and so no enclosure. The same again with sound alone, for whoever listens on the
/// way: a video is there from the moment on that it has an audio version.
/// </summary>
internal sealed class PodcastFeed(SiteOptions site)
{
    public const string MediaType = "application/rss+xml; charset=utf-8";

    private const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private const string Podcast = "https://podcastindex.org/namespace/1.0";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    public static string Path(string series) => $"/series/{series}/podcast.xml";

    public static string AudioPath(string series) => $"/series/{series}/podcast-audio.xml";

    /// <param name="isAudio">Sound alone.</param>
    public WrittenFeed Of(OpenSeries series, IEnumerable<OpenSession> sessions, bool isAudio = false)
    {
        var episodes = sessions.SelectMany(s => s.Recordings.Select(r => new Episode(s, r, isAudio ? SoundOf(r) : r.File)))
            .Where(e => e.File is not null).OrderByDescending(e => e.Recording.AddedAt).ThenBy(e => e.Recording.Id).ToList();
        var changed = episodes.Count > 0 ? episodes[0].Recording.AddedAt : series.PublishedAt;
        return new(text => Write(text, series, episodes, changed, isAudio), null);
    }

    /// <summary>The audio version, or a recording that is sound as players take it.</summary>
    private static OpenFile? SoundOf(OpenItem recording) =>
        recording.Audio ?? (recording.File is { } file && file.MediaType.StartsWith("audio/", StringComparison.Ordinal) ? file : null);

    private void Write(FeedText text, OpenSeries series, List<Episode> episodes, Instant changed, bool isAudio)
    {
        using var xml = FeedXml.Writer(text);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "itunes", null, Itunes);
        xml.WriteAttributeString("xmlns", "podcast", null, Podcast);
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        var title = isAudio ? $"{series.Name} (audio)" : series.Name;
        xml.Element("title", title);
        xml.Element("link", site.Link(series.Path));
        xml.Element("description", series.Aim ?? $"{series.Name}: {site.Name}");
        xml.Element("language", "en");
        xml.Element("lastBuildDate", Rfc822(changed));
        xml.Element("generator", "Sessions");
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", site.Link(isAudio ? AudioPath(series.Slug) : Path(series.Slug)));
        xml.WriteEndElement();
        Image(xml, series, title);
        xml.Element("itunes", "author", Itunes, site.Name);
        xml.Element("itunes", "type", Itunes, "episodic");
        xml.Element("itunes", "explicit", Itunes, "false");
        xml.Element("podcast", "medium", Podcast, "podcast");
        foreach (var episode in episodes) Write(xml, episode, episode.File!);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Image(XmlWriter xml, OpenSeries series, string title)
    {
        var cover = site.Link(SeriesCover.Path(series.Slug, series.Hue));
        xml.WriteStartElement("itunes", "image", Itunes);
        xml.WriteAttributeString("href", cover);
        xml.WriteEndElement();
        xml.WriteStartElement("image");
        xml.Element("url", cover);
        xml.Element("title", title);
        xml.Element("link", site.Link(series.Path));
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, Episode episode, OpenFile file)
    {
        var (session, recording) = (episode.Session, episode.Recording);
        xml.WriteStartElement("item");
        xml.Element("title", recording.Title is { } own && own != FeedXml.Title(session) ? $"{FeedXml.Title(session)}: {own}" : FeedXml.Title(session));
        xml.Element("link", site.Link(session.Path));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(NamedId.Urn(recording.Id));
        xml.WriteEndElement();
        xml.Element("pubDate", Rfc822(recording.AddedAt));
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", site.Link(FeedXml.FilePath(file)));
        xml.WriteAttributeString("length", file.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", file.MediaType);
        xml.WriteEndElement();
        if (session.Announcement is { Length: > 0 } words)
        {
            xml.Element("description", words);
            xml.Element("content", "encoded", Content, HostText.Html(words, 2).Value);
        }
        xml.Element("itunes", "episode", Itunes, session.Number is > 0 and { } number ? number.ToString(CultureInfo.InvariantCulture) : null);
        xml.Element("itunes", "explicit", Itunes, "false");
        if (recording.Seconds is { } seconds) xml.Element("itunes", "duration", Itunes, seconds.ToString(CultureInfo.InvariantCulture));
        if (recording.Audio is { } audio && audio != file) Alternate(xml, audio);
        Captions(xml, recording);
        if (recording.Chapters.Count > 0)
        {
            xml.WriteStartElement("podcast", "chapters", Podcast);
            xml.WriteAttributeString("url", site.Link(CaptionEndpoints.ChaptersPath(recording.Id, "json")));
            xml.WriteAttributeString("type", ChapterJson.MediaType);
            xml.WriteEndElement();
        }
        foreach (var speaker in session.Speakers) Person(xml, speaker);
        // The namespace has SPDX identifiers in small letters, and words of one's own only with an address.
        if (recording.Licence is { } licence && Licences.Url(licence) is { } terms)
        {
            xml.WriteStartElement("podcast", "license", Podcast);
            xml.WriteAttributeString("url", terms);
            xml.WriteString(licence.ToLowerInvariant());
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Alternate(XmlWriter xml, OpenFile audio)
    {
        xml.WriteStartElement("podcast", "alternateEnclosure", Podcast);
        xml.WriteAttributeString("type", audio.MediaType);
        xml.WriteAttributeString("length", audio.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("title", "Audio");
        xml.WriteStartElement("podcast", "source", Podcast);
        xml.WriteAttributeString("uri", site.Link(FeedXml.FilePath(audio)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Captions(XmlWriter xml, OpenItem recording)
    {
        foreach (var language in recording.Captions)
            foreach (var (kind, type) in new[] { ("vtt", "text/vtt"), ("txt", "text/plain") })
            {
                xml.WriteStartElement("podcast", "transcript", Podcast);
                xml.WriteAttributeString("url", site.Link(CaptionEndpoints.Path(recording.Id, language, kind)));
                xml.WriteAttributeString("type", type);
                xml.WriteAttributeString("language", language);
                if (kind == "vtt") xml.WriteAttributeString("rel", "captions");
                xml.WriteEndElement();
            }
    }

    private void Person(XmlWriter xml, OpenSpeaker speaker)
    {
        xml.WriteStartElement("podcast", "person", Podcast);
        xml.WriteAttributeString("role", speaker.Role is AppearanceRole.Chair ? "host" : speaker.Role is AppearanceRole.Producer ? "producer" : "guest");
        if (speaker.Slug is { } slug) xml.WriteAttributeString("href", site.Link($"/people/{Uri.EscapeDataString(slug)}"));
        xml.WriteString(FeedXml.Clean(speaker.Name));
        xml.WriteEndElement();
    }

    private static string Rfc822(Instant at) => at.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);

    /// <param name="File">Null for what this feed can't play.</param>
    private sealed record Episode(OpenSession Session, OpenItem Recording, OpenFile? File);
}
