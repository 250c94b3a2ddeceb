using Sessions.ICalendar;

namespace Sessions.Scheduling;

/// <summary>What a series form must hold before it is saved.</summary>
internal static class SeriesRules
{
    public const int MostMinutes = 24 * 60;
    public const int MostPlaces = 100_000;
    public const int HighestNumber = 100_000;
    public const int LongestAddress = 500;

    /// <summary>With the # that is put before it.</summary>
    private const int LongestHashtag = 80;

    private const int LongestRule = 200;

    public static SeriesRefusal? Check(SeriesForm form) => form switch
    {
        { Name: var name } when TypedText.Line(name) is null => SeriesRefusal.NameMissing,
        { Name.Length: > 200 } or { Aim.Length: > 4000 } => SeriesRefusal.NameTooLong,
        { Hashtag: var tag } when Hashtag(tag)?.Length > LongestHashtag => SeriesRefusal.NameTooLong,
        { Zone: var zone } when !SessionClock.Knows(zone) => SeriesRefusal.ZoneUnknown,
        { Rule.Length: > LongestRule } => SeriesRefusal.RuleUnreadable,
        { Rule: { } rule, Zone: var zone } when RecurrenceRuleParser.Parse(rule, SessionClock.Zone(zone)) is ParsedRule.Refused => SeriesRefusal.RuleUnreadable,
        { ExtraDates.Count: > DateList.Most } or { SkippedDates.Count: > DateList.Most } => SeriesRefusal.TooManyDates,
        { Region: { } region } when !IsRegion(region) => SeriesRefusal.RegionUnknown,
        { DurationMinutes: < 5 or > MostMinutes } => SeriesRefusal.DurationOutOfRange,
        { Capacity: < 1 or > MostPlaces } => SeriesRefusal.CapacityOutOfRange,
        { Terms.IsFit: false } => SeriesRefusal.HoursOutOfRange,
        { Terms.KeepMonths: < 1 or > SignUpTerms.MostMonths } => SeriesRefusal.MonthsOutOfRange,
        { Terms.CallMinutes: < 0 or > SignUpTerms.MostCallMinutes } => SeriesRefusal.CallOutOfRange,
        { Dues.IsFit: false } => SeriesRefusal.DuesOutOfRange,
        { Venue.Address.Length: > LongestAddress } => SeriesRefusal.AddressTooLong,
        { Venue: var venue } when !IsLink(TypedText.Line(venue.RoomLink)) || !IsLink(TypedText.Line(venue.StreamLink)) => SeriesRefusal.LinkNotHttp,
        _ => null,
    };

    public static bool IsLink(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text.Length <= 2000);

    public static void Apply(SeriesForm form, Series series)
    {
        series.Name = TypedText.Line(form.Name)!;
        series.Hashtag = Hashtag(form.Hashtag);
        series.Aim = TypedText.Lines(form.Aim);
        series.Zone = form.Zone;
        series.Rule = TypedText.Line(form.Rule);
        series.RuleFrom = form.RuleFrom;
        series.ExtraDates = form.ExtraDates;
        series.SkippedDates = form.SkippedDates;
        series.Region = TypedText.Line(form.Region)?.ToUpperInvariant();
        series.LocalStart = form.LocalStart;
        series.DurationMinutes = form.DurationMinutes;
        series.Capacity = form.Capacity;
        series.Venue = new(TypedText.Line(form.Venue.RoomLink), TypedText.Line(form.Venue.StreamLink), TypedText.Line(form.Venue.Address));
        series.Terms = form.Terms;
        series.Dues = form.Dues;
        series.Hue = ((form.Hue % 360) + 360) % 360;
    }

    /// <summary>A country of ISO 3166-1, with or without a part of it: "GB", "GB-SCT".</summary>
    internal static bool IsRegion(string text) => TypedText.Line(text) is not { } region
        || (region.Length is 2 or (>= 4 and <= 6) && region.Take(2).All(char.IsAsciiLetter) && (region.Length == 2 || (region[2] == '-' && region.Skip(3).All(char.IsAsciiLetterOrDigit))));

    private static string? Hashtag(string? text) => TypedText.Line(text)?.TrimStart('#') is { Length: > 0 } tag ? "#" + tag : null;
}
