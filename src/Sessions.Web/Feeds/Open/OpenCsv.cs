using System.Globalization;
using System.Text;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>The public record as a table (RFC 4180), a row for each session: for spreadsheets, and so without anything they would take for a formula.</summary>
public sealed class OpenCsv(SiteOptions site)
{
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "url", "series", "series_name", "number", "title", "theme", "kind", "status", "precision", "date", "last_date", "zone", "local_start", "start", "end",
        "address", "stream", "speakers", "recordings", "resources", "write_up", "published_at", "changed_at",
    ];

    public async Task Write(Stream output, IAsyncEnumerable<OpenSession> sessions)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 32 * 1024, leaveOpen: true);
        await text.WriteAsync(Row(Columns));
        await foreach (var session in sessions) await text.WriteAsync(Row(Cells(session)));
    }

    private IEnumerable<string?> Cells(OpenSession s) =>
    [
        s.Id.ToString(), site.Link(s.Path), s.SeriesSlug, s.SeriesName, s.Number?.ToString(CultureInfo.InvariantCulture), s.Title, s.Theme,
        OpenJsonSession.Kind(s.Kind), OpenJsonSession.Status(s), OpenJsonSession.PrecisionOf(s.When),
        s.When.Date is { } date ? OpenJson.Day(date) : null, s.When.LastDate is { } last ? OpenJson.Day(last) : null, s.When.Zone,
        s.When.Start is { } begins ? OpenJson.Local(begins.InZone(SessionClock.Zone(s.When.Zone)).LocalDateTime) : null,
        s.When.Start is { } start ? OpenJson.Utc(start) : null, s.When.End is { } end ? OpenJson.Utc(end) : null,
        s.Address, s.StreamLink, string.Join("; ", s.Speakers.Select(p => p.Name)), Addresses(s.Recordings), Addresses(s.Resources),
        s.WriteUp is { } writeUp ? HostText.IsWeb(writeUp.Url) ? writeUp.Url : site.Link(s.Path) : null,
        OpenJson.Utc(s.PublishedAt), OpenJson.Utc(s.ChangedAt),
    ];

    /// <summary>In one cell with a space between: an address has none.</summary>
    private string Addresses(IEnumerable<OpenItem> items) => string.Join(' ', items
        .Select(i => i.File is { } file ? site.Link(FeedXml.FilePath(file)) : HostText.IsWeb(i.Url) ? new Uri(i.Url!).AbsoluteUri : null).OfType<string>());

    private static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(CsvTable.Cell)) + "\r\n";
}
