using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Sessions.People;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>A series as schema.org's EventSeries, with the sessions ahead; the others have pages of their own.</summary>
internal static class SeriesLd
{
    private const int MostAhead = 12;

    public static JsonObject Of(SeriesFacts series, SiteOptions site, IStringLocalizer<Words> l) => JsonLd.Thing("EventSeries",
        ("@id", site.Link($"/series/{series.Slug}")),
        ("url", site.Link($"/series/{series.Slug}")),
        ("name", series.Name),
        ("description", series.Aim),
        ("organizer", SessionLd.Organizer(site)),
        ("subEvent", JsonLd.List(series.Next.Take(MostAhead).Where(s => JsonLd.Start(s.When) is not null).Select(s => JsonLd.Thing("Event",
            ("url", site.Link(s.Path)),
            ("name", SessionTitle.Alone(s.Title, s.Theme, s.Number, false, l)),
            ("startDate", JsonLd.Start(s.When)),
            ("endDate", JsonLd.End(s.When)),
            ("eventStatus", SessionLd.Status(s.IsCancelled, s.IsMoved)),
            ("eventAttendanceMode", SessionLd.Attendance(s.Address, null)),
            ("location", SessionLd.Location(s.Address, null, site.Link(s.Path))))))));
}
