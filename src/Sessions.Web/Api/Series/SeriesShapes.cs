using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Web.Api.Series;

/// <param name="Name">At most 200 characters.</param>
/// <param name="Zone">IANA name, like Europe/London.</param>
/// <param name="Rule">RRULE (RFC 5545 3.3.10); null for plain dates.</param>
/// <param name="RuleFrom">First day the rule counts from.</param>
/// <param name="LocalStart">In the zone; 12:00 where none is sent.</param>
/// <param name="Minutes">Length of a session; 60 where none is sent.</param>
/// <param name="Capacity">Places in each session; null is no limit.</param>
/// <param name="Hue">Accent colour, 0 to 359 degrees of oklch; 168 where none is sent.</param>
/// <param name="Slug">Last part of the page's address; only read when the series is new, and made from the name where none is sent.</param>
internal sealed record SeriesInput(string? Name, string? Zone, string? Hashtag = null, string? Aim = null, string? Rule = null, DateOnly? RuleFrom = null,
    TimeOnly? LocalStart = null, int? Minutes = null, int? Capacity = null, VenueShape? Venue = null, int? Hue = null, string? Slug = null)
{
    public SeriesForm ToForm() => new(Name, Hashtag, Aim, Zone ?? "", Rule, RuleFrom is { } from ? LocalDate.FromDateOnly(from) : null,
        LocalStart is { } start ? LocalTime.FromTimeOnly(start) : new(12, 0), Minutes ?? 60, Capacity, (Venue ?? VenueShape.None).ToVenue(), Hue ?? 168, Slug);
}

/// <param name="RoomLink">Private: shown to people with a place alone.</param>
/// <param name="StreamLink">Open to anybody.</param>
/// <param name="Address">A postal address or the name of a place.</param>
internal sealed record VenueShape(string? RoomLink = null, string? StreamLink = null, string? Address = null)
{
    public static readonly VenueShape None = new();

    public Venue ToVenue() => new(RoomLink, StreamLink, Address);

    public static VenueShape Of(Venue venue) => new(venue.RoomLink, venue.StreamLink, venue.Address);
}

/// <param name="Path">Of its public page.</param>
/// <param name="NextStart">UTC; of the next session that has an hour.</param>
internal sealed record SeriesRow(Guid Id, string Slug, string Name, string Path, string Zone, string? Rule, bool IsSample, int Sessions, DateTimeOffset? NextStart)
{
    public static SeriesRow Of(SeriesLine s) => new(s.Id, s.Slug, s.Name, $"/series/{s.Slug}", s.Zone, s.Rule, s.IsSample, s.Sessions, s.Next?.ToDateTimeOffset());
}

/// <inheritdoc cref="SeriesInput" />
internal sealed record SeriesShape(Guid Id, string Slug, string Path, string? Name, string? Hashtag, string? Aim, string Zone, string? Rule, DateOnly? RuleFrom,
    TimeOnly LocalStart, int Minutes, int? Capacity, VenueShape Venue, int Hue)
{
    public static SeriesShape Of(SeriesToEdit series) => Of(series.Id, series.Slug, series.Form);

    private static SeriesShape Of(Guid id, string slug, SeriesForm f) => new(id, slug, $"/series/{slug}", f.Name, f.Hashtag, f.Aim, f.Zone, f.Rule, f.RuleFrom?.ToDateOnly(),
        f.LocalStart.ToTimeOnly(), f.DurationMinutes, f.Capacity, VenueShape.Of(f.Venue), f.Hue);
}

/// <param name="Text">Lines as on the planning screen; empty forgets them.</param>
internal sealed record DraftShape(string? Text);

/// <param name="Kind">What the minutes are for.</param>
/// <param name="Title">Null shows what the kind is called, or the talk's title.</param>
/// <param name="AppearanceId">Somebody on this session's programme; a template names nobody.</param>
internal sealed record OrderItem(RunningOrderKind Kind, int Minutes, string? Title = null, Guid? AppearanceId = null);

/// <param name="Minutes">Length of the session, or of the series' usual one; read only.</param>
internal sealed record OrderShape(IReadOnlyList<OrderItem?>? Items, int? Minutes = null)
{
    public IReadOnlyList<RunningOrderLine> ToLines() => [.. (Items ?? []).OfType<OrderItem>().Select(i => new RunningOrderLine(i.Kind, i.Minutes, i.Title, i.AppearanceId))];

    public static OrderShape Of(IEnumerable<RunningOrderLine> lines, int minutes) => new([.. lines.Select(l => new OrderItem(l.Kind, l.Minutes, l.Title, l.AppearanceId))], minutes);
}
