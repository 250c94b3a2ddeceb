using System.Text.Json;
using Sessions.Archive;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>One session as an object; what is not known is not there.</summary>
internal sealed class OpenJsonSession(Utf8JsonWriter json, SiteOptions site)
{
    public void Write(OpenSession session)
    {
        json.WriteStartObject();
        json.WriteString("id", session.Id);
        json.WriteString("url", site.Link(session.Path));
        json.WriteStartObject("series");
        json.WriteString("slug", session.SeriesSlug);
        json.WriteString("name", session.SeriesName);
        json.WriteEndObject();
        json.WriteString("slug", session.Slug);
        if (session.Number is { } number) json.WriteNumber("number", number);
        OpenJson.Maybe(json, "title", session.Title);
        OpenJson.Maybe(json, "theme", session.Theme);
        json.WriteString("kind", Kind(session.Kind));
        json.WriteString("status", Status(session));
        When(session.When);
        Changes(session);
        if (session.Address is not null || session.StreamLink is not null)
        {
            json.WriteStartObject("place");
            OpenJson.Maybe(json, "address", session.Address);
            OpenJson.Maybe(json, "stream", session.StreamLink);
            json.WriteEndObject();
        }
        OpenJson.Maybe(json, "announcement", session.Announcement);
        Speakers(session);
        Items("recordings", session.Recordings);
        Items("resources", session.Resources);
        WriteUp(session.WriteUp);
        json.WriteString("publishedAt", OpenJson.Utc(session.PublishedAt));
        json.WriteString("changedAt", OpenJson.Utc(session.ChangedAt));
        json.WriteEndObject();
    }

    public static string Kind(SessionKind kind) => kind switch
    {
        SessionKind.Special => "special",
        SessionKind.Unconference => "unconference",
        SessionKind.Roundtable => "roundtable",
        SessionKind.WorkingSession => "workingSession",
        _ => "session",
    };

    public static string Status(OpenSession session) => session.CancelledAt is null ? "scheduled" : "cancelled";

    public static string PrecisionOf(SessionTime when) => when.Precision switch
    {
        Precision.Exact => "exact",
        Precision.Days => "days",
        Precision.Month => "month",
        Precision.NotAfter => "notAfter",
        _ => "unknown",
    };

    private void When(SessionTime when)
    {
        json.WriteStartObject("when");
        json.WriteString("precision", PrecisionOf(when));
        if (when.Date is { } date) json.WriteString("date", OpenJson.Day(date));
        if (when.LastDate is { } last) json.WriteString("lastDate", OpenJson.Day(last));
        json.WriteString("zone", when.Zone);
        if (when is { Start: { } start, End: { } end })
        {
            var zone = SessionClock.Zone(when.Zone);
            json.WriteString("localStart", OpenJson.Local(start.InZone(zone).LocalDateTime));
            json.WriteString("localEnd", OpenJson.Local(end.InZone(zone).LocalDateTime));
            json.WriteString("start", OpenJson.Utc(start));
            json.WriteString("end", OpenJson.Utc(end));
        }
        json.WriteEndObject();
    }

    private void Changes(OpenSession session)
    {
        if (session.MovedAt is { } moved)
        {
            json.WriteStartObject("moved");
            json.WriteString("at", OpenJson.Utc(moved));
            if (session.MovedFrom is { } from) json.WriteString("fromLocal", OpenJson.Local(from));
            json.WriteEndObject();
        }
        if (session.CancelledAt is { } cancelled)
        {
            json.WriteStartObject("cancelled");
            json.WriteString("at", OpenJson.Utc(cancelled));
            OpenJson.Maybe(json, "because", session.CancelledBecause);
            json.WriteEndObject();
        }
    }

    private void Speakers(OpenSession session)
    {
        json.WriteStartArray("speakers");
        foreach (var speaker in session.Speakers)
        {
            json.WriteStartObject();
            json.WriteString("name", speaker.Name);
            json.WriteString("role", speaker.Role switch { AppearanceRole.Chair => "chair", AppearanceRole.Opener => "opener", AppearanceRole.Producer => "producer", _ => "speaker" });
            OpenJson.Maybe(json, "line", speaker.Line);
            if (speaker.Slug is { } slug) json.WriteString("url", site.Link($"/people/{Uri.EscapeDataString(slug)}"));
            if (speaker.TalkTitle is not null || speaker.Abstract is not null)
            {
                json.WriteStartObject("talk");
                OpenJson.Maybe(json, "title", speaker.TalkTitle);
                OpenJson.Maybe(json, "abstract", speaker.Abstract);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Items(string name, IReadOnlyList<OpenItem> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            OpenJson.Maybe(json, "title", item.Title);
            if (item.File is null && HostText.IsWeb(item.Url)) json.WriteString("url", item.Url);
            if (item.File is { } file) File("file", file);
            if (item.Seconds is { } seconds) json.WriteNumber("seconds", seconds);
            if (item.Poster is { } poster) File("poster", poster);
            if (item.Audio is { } audio) File("audio", audio);
            OpenJson.Maybe(json, "licence", item.Licence);
            OpenJson.Maybe(json, "licenceUrl", item.Licence is { } id ? Licences.Url(id) : null);
            OpenJson.Maybe(json, "credit", item.Credit);
            json.WriteString("addedAt", OpenJson.Utc(item.AddedAt));
            Captions(item);
            Chapters(item);
            if (item.Facts is { } facts) Facts(item, facts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void File(string name, OpenFile file)
    {
        json.WriteStartObject(name);
        json.WriteString("url", site.Link(FeedXml.FilePath(file)));
        json.WriteString("name", file.Name);
        json.WriteString("mediaType", file.MediaType);
        json.WriteNumber("bytes", file.Length);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    }

    private void Captions(OpenItem item)
    {
        if (item.Captions.Count == 0) return;
        json.WriteStartArray("captions");
        foreach (var language in item.Captions)
        {
            json.WriteStartObject();
            json.WriteString("language", language);
            json.WriteString("vtt", site.Link(CaptionEndpoints.Path(item.Id, language)));
            json.WriteString("text", site.Link(CaptionEndpoints.Path(item.Id, language, "txt")));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Chapters(OpenItem item)
    {
        if (item.Chapters.Count == 0) return;
        json.WriteStartArray("chapters");
        foreach (var chapter in item.Chapters)
        {
            json.WriteStartObject();
            json.WriteNumber("at", chapter.Seconds);
            json.WriteString("title", chapter.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Facts(OpenItem item, OpenFacts facts)
    {
        json.WriteString("kind", (facts.Chosen ?? ResourceKinds.Guess(item.File?.Name, item.Url)) switch
        {
            ResourceKind.Slides => "slides",
            ResourceKind.Code => "code",
            ResourceKind.Data => "data",
            ResourceKind.Reading => "reading",
            ResourceKind.Tool => "tool",
            ResourceKind.WriteUp => "writeUp",
            _ => "other",
        });
        json.WriteString("access", facts.Access switch { ResourceAccess.Closed => "closed", ResourceAccess.Shared => "shared", _ => "open" });
        OpenJson.Maybe(json, "author", facts.Author);
        OpenJson.Maybe(json, "organisation", facts.Organisation);
        OpenJson.Maybe(json, "source", facts.Source);
        OpenJson.Maybe(json, "language", facts.Language);
        if (item.File is not null) json.WriteString("permanentUrl", site.Link($"/resources/{item.Id}"));
    }

    private void WriteUp(OpenWriteUp? writeUp)
    {
        if (writeUp is null) return;
        json.WriteStartObject("writeUp");
        OpenJson.Maybe(json, "text", writeUp.Text);
        if (HostText.IsWeb(writeUp.Url)) json.WriteString("url", writeUp.Url);
        if (writeUp.PublishedOn is { } day) json.WriteString("publishedOn", OpenJson.Day(day));
        json.WriteString("updatedAt", OpenJson.Utc(writeUp.UpdatedAt));
        json.WriteEndObject();
    }
}
