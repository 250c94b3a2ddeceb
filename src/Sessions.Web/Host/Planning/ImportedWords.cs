using Microsoft.Extensions.Localization;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;

namespace Sessions.Web.Host.Planning;

/// <summary>When a session of a file is, as its row in the preview says it.</summary>
public static class ImportedWords
{
    public static string Day(SessionRecord record, IStringLocalizer<Words> words) => record.When switch
    {
        { Precision: Precision.Unknown } => words["Day not known"],
        { Precision: Precision.Month, Date: { } date } => date.ToString("MMMM uuuu", System.Globalization.CultureInfo.CurrentCulture),
        { Precision: Precision.NotAfter, Date: { } date } => words["By {0}", ZonedWords.Day(date)],
        { Precision: Precision.Days, Date: { } first, LastDate: { } last } when first != last => words["{0} to {1}", ZonedWords.Day(first), ZonedWords.Day(last)],
        { Date: { } date } => ZonedWords.Day(date),
        _ => "",
    };

    /// <summary>Empty where there is no hour.</summary>
    public static string Hour(SessionRecord record, IStringLocalizer<Words> words) => record.When switch
    {
        { Start: { } start } => $"{ZonedWords.Clock(start, record.When.Zone)}, {words["{0} min", record.Minutes!]}",
        { Precision: Precision.Days } => words["All day"],
        _ => "",
    };

    public static string Speakers(SessionRecord record) => string.Join(", ", record.Speakers.Select(s => s.Name ?? s.Address));

    /// <summary>What else comes with it.</summary>
    public static IEnumerable<string> More(SessionRecord record, IStringLocalizer<Words> words)
    {
        if (record.IsCancelled) yield return words["Cancelled"];
        if (record.Announcement is not null) yield return words["Announcement"];
        if (record.Recording is not null) yield return words["Recording"];
        if (record.WriteUp is not null) yield return words["Write-up"];
        if (record.Venue.RoomLink is not null) yield return words["Private room"];
        if (record.Venue.Address is { } address) yield return address;
    }
}
