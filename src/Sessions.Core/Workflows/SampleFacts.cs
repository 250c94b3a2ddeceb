using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>From the published record to our own words: what is known, and no more.</summary>
internal static partial class SampleFacts
{
    private const int UsualMinutes = 60;

    public static SessionTime When(SampleSession session) => session switch
    {
        { Date: { } date, DatePrecision: "day", StartLocal: { } start } =>
            SessionTime.Exact(Day(date) + Hour(start), session.Timezone, Minutes(start, session.EndLocal)),
        { Date: { } date, DatePrecision: "day" } => SessionTime.Days(Day(date), Day(session.DateEnd ?? date), session.Timezone),
        { Date: { } month, DatePrecision: "month" } => SessionTime.InMonth(Day(month + "-01").ToYearMonth(), session.Timezone),
        { NotAfter: { } latest } => SessionTime.NotAfter(Day(latest), session.Timezone),
        _ => SessionTime.Unknown(session.Timezone),
    };

    /// <summary>Without the name of the series and the number, which stand beside it; a title that only says the date gives way to the theme.</summary>
    public static string? Title(SampleSession session, string series)
    {
        var title = session.Title is null ? null : SeriesAndNumber().Replace(session.Title, "").Trim();
        if (title is null || title == series) return null;
        return title.StartsWith("session on ", StringComparison.OrdinalIgnoreCase) ? session.Theme : title;
    }

    public static string? Line(SampleSpeaker speaker) =>
        string.Join(", ", new[] { speaker.Role, speaker.Organisation }.Where(part => part is not null)) is { Length: > 0 } line ? line : null;

    /// <summary>The record names sponsors by session, so each stands for that session's own days.</summary>
    public static IEnumerable<Partner> Sponsors(Guid seriesId, IEnumerable<SampleSession> sessions, Instant now) =>
        from session in sessions
        where session is { Date: not null, DatePrecision: "day" }
        from name in session.Sponsors ?? []
        select new Partner
        {
            SeriesId = seriesId,
            Kind = PartnerKind.Sponsor,
            Name = name,
            From = Day(session.Date!),
            To = Day(session.DateEnd ?? session.Date!),
            CreatedAt = now,
        };

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static LocalTime Hour(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static int Minutes(string start, string? end) =>
        end is null ? UsualMinutes : (int)Period.Between(Hour(start), Hour(end), PeriodUnits.Minutes).Minutes;

    [GeneratedRegex(@"^#?Open ?Data ?Saves ?Lives\b(?!:? The)[\s:-]*(?:Session \d+)?[\s:-]*", RegexOptions.IgnoreCase)]
    private static partial Regex SeriesAndNumber();
}
