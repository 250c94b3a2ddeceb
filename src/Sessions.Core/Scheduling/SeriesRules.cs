using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>What a series form must hold before it is saved.</summary>
internal static class SeriesRules
{
    public const int MostMinutes = 24 * 60;
    public const int MostPlaces = 100_000;

    public static SeriesRefusal? Check(SeriesForm form) => form switch
    {
        { Name: var name } when string.IsNullOrWhiteSpace(name) => SeriesRefusal.NameMissing,
        { Name.Length: > 200 } or { Hashtag.Length: > 80 } or { Aim.Length: > 4000 } => SeriesRefusal.NameTooLong,
        { Zone: var zone } when !SessionClock.Knows(zone) => SeriesRefusal.ZoneUnknown,
        { Rule: { } rule, Zone: var zone } when RecurrenceRuleParser.Parse(rule, SessionClock.Zone(zone)) is ParsedRule.Refused => SeriesRefusal.RuleUnreadable,
        { DurationMinutes: < 5 or > MostMinutes } => SeriesRefusal.DurationOutOfRange,
        { Capacity: < 1 or > MostPlaces } => SeriesRefusal.CapacityOutOfRange,
        { Venue: var venue } when !IsLink(Trimmed(venue.RoomLink)) || !IsLink(Trimmed(venue.StreamLink)) => SeriesRefusal.LinkNotHttp,
        _ => null,
    };

    public static bool IsLink(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text.Length <= 2000);

    public static void Apply(SeriesForm form, Series series)
    {
        series.Name = form.Name!.Trim();
        series.Hashtag = Hashtag(form.Hashtag);
        series.Aim = Trimmed(form.Aim);
        series.Zone = form.Zone;
        series.Rule = Trimmed(form.Rule);
        series.RuleFrom = form.RuleFrom;
        series.LocalStart = form.LocalStart;
        series.DurationMinutes = form.DurationMinutes;
        series.Capacity = form.Capacity;
        series.Venue = new(Trimmed(form.Venue.RoomLink), Trimmed(form.Venue.StreamLink), Trimmed(form.Venue.Address));
        series.Hue = ((form.Hue % 360) + 360) % 360;
    }

    private static string? Hashtag(string? text) => Trimmed(text)?.TrimStart('#') is { Length: > 0 } tag ? "#" + tag : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
