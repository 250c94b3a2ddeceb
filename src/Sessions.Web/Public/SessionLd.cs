using System.Text.Json.Nodes;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.People;
using Sessions.Views;
using Sessions.Web.Feeds;

namespace Sessions.Web.Public;

/// <summary>A session as schema.org's Event, with its recordings and its resources. The private room is no part of it: the place online is the page.</summary>
internal static class SessionLd
{
    private const string Schema = "https://schema.org/";

    public static JsonObject Of(SessionFacts session, string name, SiteOptions site)
    {
        var page = site.Link(session.Path);
        return JsonLd.Thing("Event",
            ("@id", page),
            ("url", page),
            ("name", name),
            ("startDate", JsonLd.Start(session.When)),
            ("endDate", JsonLd.End(session.When)),
            ("eventStatus", Status(session.IsCancelled, session.MovedFrom is not null)),
            ("previousStartDate", session.MovedFrom is { } from ? JsonLd.At(from, session.When.Zone) : null),
            ("eventAttendanceMode", Attendance(session.Address, session.StreamLink)),
            ("location", Location(session.Address, session.StreamLink, page)),
            ("image", site.Link($"{session.Path}/card.svg")),
            ("superEvent", JsonLd.Thing("EventSeries", ("@id", site.Link($"/series/{session.SeriesSlug}")), ("name", session.SeriesName))),
            ("organizer", Organizer(site)),
            ("performer", JsonLd.List(session.Speakers.Select(s => JsonLd.Thing("Person",
                ("name", s.Name), ("url", s is { HasPage: true, Slug: { } slug } ? site.Link($"/people/{Uri.EscapeDataString(slug)}") : null), ("description", s.Line))))),
            ("recordedIn", JsonLd.List(session.Recordings.Where(r => !r.IsForMembers).Select(r => Recording(session, r, name, site)))),
            ("subjectOf", JsonLd.List(session.Resources.Select(r => Resource(r, site)))));
    }

    public static JsonObject Organizer(SiteOptions site) => JsonLd.Thing("Organization", ("name", site.Name), ("url", site.Link("/")));

    public static string Status(bool isCancelled, bool isMoved) => Schema + (isCancelled ? "EventCancelled" : isMoved ? "EventRescheduled" : "EventScheduled");

    public static string Attendance(string? address, string? stream) =>
        Schema + (address is null ? "OnlineEventAttendanceMode" : stream is null ? "OfflineEventAttendanceMode" : "MixedEventAttendanceMode");

    public static JsonNode Location(string? address, string? stream, string page)
    {
        var online = JsonLd.Thing("VirtualLocation", ("url", HostText.IsWeb(stream) ? stream : page));
        if (address is null) return online;
        var place = JsonLd.Thing("Place", ("name", address), ("address", address));
        return stream is null ? place : new JsonArray(place, online);
    }

    private static JsonObject Recording(SessionFacts session, ShownRecording recording, string name, SiteOptions site)
    {
        var captions = session.Captions.Where(c => c.RecordingId == recording.Id);
        return JsonLd.Thing(recording.File?.MediaType.StartsWith("audio/", StringComparison.Ordinal) == true ? "AudioObject" : "VideoObject",
            ("name", recording.Title ?? name),
            ("description", $"{session.SeriesName}: {name}"),
            ("uploadDate", Sessions.Web.Feeds.Open.OpenJson.Utc(recording.AddedAt)),
            ("thumbnailUrl", site.Link(recording.Poster is { } poster ? FileEndpoints.Path(poster.Id, poster.Name) : $"{session.Path}/card.svg")),
            ("duration", recording.Seconds is { } seconds ? Lengths.Iso(seconds) : null),
            ("contentUrl", recording.File is { } file ? site.Link(FileEndpoints.Path(file.Id, file.Name)) : null),
            ("encodingFormat", recording.File?.MediaType),
            ("contentSize", recording.File?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("embedUrl", EmbedEndpoint.Plays(recording) ? site.Link(EmbedEndpoint.Path(session)) : null),
            ("url", HostText.IsWeb(recording.Url) ? recording.Url : null),
            ("license", Licence(recording.Licence)),
            ("creditText", recording.Credit),
            ("caption", JsonLd.List(captions.Select(c => JsonLd.Thing("MediaObject", ("contentUrl", site.Link(CaptionEndpoints.Path(recording.Id, c.Language))),
                ("encodingFormat", WebVtt.MediaType.Split(';')[0]), ("inLanguage", c.Language))))),
            ("hasPart", JsonLd.List(Clips(session, recording, site))));
    }

    /// <summary>Its chapters: each ends where the next begins, the last nobody knows where.</summary>
    private static IEnumerable<JsonObject> Clips(SessionFacts session, ShownRecording recording, SiteOptions site)
    {
        var chapters = recording.Chapters;
        return chapters.Select((chapter, n) => JsonLd.Thing("Clip",
            ("name", chapter.Title),
            ("startOffset", chapter.Seconds),
            ("endOffset", n + 1 < chapters.Count ? chapters[n + 1].Seconds : null),
            ("url", site.Link(session.Path + ChapterList.Address(recording, recording == session.Recordings[0], chapter.Seconds)))));
    }

    private static JsonObject Resource(ShownResource resource, SiteOptions site)
    {
        var isData = resource.Kind == ResourceKind.Data;
        var address = resource.File is not null ? site.Link(resource.Path) : HostText.IsWeb(resource.Url) ? resource.Url : null;
        return JsonLd.Thing(isData ? "Dataset" : "CreativeWork",
            ("name", resource.Title),
            ("description", isData ? resource.Title : null),
            ("url", address),
            ("license", Licence(resource.Licence)),
            ("creditText", resource.Credit),
            ("creator", resource.Author is { } author ? JsonLd.Thing("Person", ("name", author)) : resource.Organisation is { } maker ? JsonLd.Thing("Organization", ("name", maker)) : null),
            ("inLanguage", resource.Language),
            ("isAccessibleForFree", resource.Access == ResourceAccess.Open),
            ("distribution", isData && address is not null && resource.Access == ResourceAccess.Open ? JsonLd.Thing("DataDownload", ("contentUrl", address), ("encodingFormat", resource.File?.MediaType)) : null));
    }

    private static string? Licence(string? id) => id is null ? null : Licences.Url(id);
}
