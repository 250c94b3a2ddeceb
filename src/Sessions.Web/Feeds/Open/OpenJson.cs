using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>The public record as JSON, in the shape of docs/open-data.md: a field may be added, none changes its meaning within a version.</summary>
internal sealed class OpenJson(SiteOptions site)
{
    public const string MediaType = "application/json; charset=utf-8";

    public const int Version = 1;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Session(Stream output, OpenSession session)
    {
        await using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        Head(json);
        json.WritePropertyName("session");
        new OpenJsonSession(json, site).Write(session);
        json.WriteEndObject();
    }

    public async Task Series(Stream output, OpenSeries series, IAsyncEnumerable<OpenSession> sessions)
    {
        await using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        Head(json);
        json.WritePropertyName("series");
        Series(json, series);
        await List(json, sessions);
        json.WriteEndObject();
    }

    public async Task All(Stream output, IReadOnlyList<OpenSeries> series, IAsyncEnumerable<OpenSession> sessions)
    {
        await using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        Head(json);
        json.WriteStartArray("series");
        foreach (var one in series) Series(json, one);
        json.WriteEndArray();
        await List(json, sessions);
        json.WriteEndObject();
    }

    private void Head(Utf8JsonWriter json)
    {
        json.WriteNumber("version", Version);
        json.WriteString("site", site.Name);
        json.WriteString("url", site.Link("/"));
        Maybe(json, "licence", site.DataLicence);
    }

    /// <summary>What is written leaves now and then: a list of thousands never stands in memory.</summary>
    private async Task List(Utf8JsonWriter json, IAsyncEnumerable<OpenSession> sessions)
    {
        var one = new OpenJsonSession(json, site);
        json.WriteStartArray("sessions");
        await foreach (var session in sessions)
        {
            one.Write(session);
            if (json.BytesPending > 32 * 1024) await json.FlushAsync();
        }
        json.WriteEndArray();
    }

    private void Series(Utf8JsonWriter json, OpenSeries series)
    {
        json.WriteStartObject();
        json.WriteString("id", series.Id);
        json.WriteString("url", site.Link(series.Path));
        json.WriteString("slug", series.Slug);
        json.WriteString("name", series.Name);
        Maybe(json, "hashtag", series.Hashtag);
        Maybe(json, "aim", series.Aim);
        json.WriteString("zone", series.Zone);
        json.WriteString("state", series.State switch { SeriesStateKind.Paused => "paused", SeriesStateKind.Ended => "ended", _ => "running" });
        json.WriteBoolean("isSample", series.IsSample);
        json.WriteString("publishedAt", Utc(series.PublishedAt));
        json.WriteString("atom", site.Link(AtomFeed.Path(series.Slug)));
        json.WriteString("podcast", site.Link(PodcastFeed.Path(series.Slug)));
        json.WriteString("audioPodcast", site.Link(PodcastFeed.AudioPath(series.Slug)));
        json.WriteString("cover", site.Link(SeriesCover.Path(series.Slug, series.Hue)));
        json.WriteString("calendar", site.Link($"{series.Path}.ics"));
        json.WriteEndObject();
    }

    public static void Maybe(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    /// <summary>RFC 3339.</summary>
    public static string Utc(Instant at) => InstantPattern.ExtendedIso.Format(at);

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Minutes are the smallest that sessions are planned in.</summary>
    public static string Local(LocalDateTime at) => at.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
