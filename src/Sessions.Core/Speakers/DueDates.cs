using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>By when each thing is needed, and when a mail may ask for it. Days are those of the session's zone.</summary>
public static class DueDates
{
    /// <summary>Whoever was asked has these days, however near the session is.</summary>
    public const int Grace = 3;

    /// <summary>A mail asks this many days before something is due.</summary>
    public const int Lead = 3;

    /// <summary>Nobody gets two such mails in as many days.</summary>
    public const int Pause = 7;

    private const int OpensAt = 9;
    private const int ClosesAt = 18;

    /// <summary>As far ahead as a mail looks.</summary>
    internal const int MostAhead = SpeakerDues.Most + Lead + Pause;

    private static int DaysBefore(TalkItem item, SpeakerDues dues) => item switch
    {
        TalkItem.Answer => dues.Answer,
        TalkItem.Title => dues.Title,
        TalkItem.Abstract or TalkItem.AboutYou or TalkItem.Photo => dues.About,
        TalkItem.ConsentAndLicence => dues.Consent,
        _ => dues.Slides,
    };

    /// <summary>Null where the day of the session is not known; never after it.</summary>
    /// <param name="since">When they were asked.</param>
    public static LocalDate? Of(TalkItem item, SessionTime when, Instant? since, SpeakerDues dues)
    {
        if (!when.IsDated) return null;
        var due = when.Date!.Value.PlusDays(-DaysBefore(item, dues));
        if (since is { } asked) due = LocalDate.Max(due, asked.InZone(SessionClock.Zone(when.Zone)).Date.PlusDays(Grace));
        return LocalDate.Min(due, when.Date.Value);
    }

    /// <summary>Something is missing whose day is near or over, and whoever was asked had their time.</summary>
    public static bool IsTime(IEnumerable<ItemLine> lines, Instant? since, string zone, Instant now)
    {
        var today = Today(zone, now);
        return !(since is { } asked && today < Today(zone, asked).PlusDays(Grace)) && lines.Any(line => line is { IsMissing: true, Due: { } due } && today >= due.PlusDays(-Lead));
    }

    /// <summary>What a mail of today names: what is due before the next one may be written.</summary>
    public static IReadOnlyList<ItemLine> Named(IEnumerable<ItemLine> lines, string zone, Instant now)
    {
        var until = Today(zone, now).PlusDays(Lead + Pause);
        return [.. lines.Where(line => line is { IsMissing: true, Due: { } due } && due <= until)];
    }

    /// <summary>Nobody is asked for anything at night.</summary>
    public static bool IsDaytime(string zone, Instant now) => now.InZone(SessionClock.Zone(zone)).Hour is >= OpensAt and < ClosesAt;

    private static LocalDate Today(string zone, Instant now) => now.InZone(SessionClock.Zone(zone)).Date;
}
