using NodaTime;
using NodaTime.Text;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Files;
using Sessions.ICalendar;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>A series whose dates are always near: next Wednesdays, and the last one to watch again.</summary>
internal static class TryOut
{
    private const int Minutes = 60;

    public static void Add(SessionsDb db, SampleTryOut sample, SavedFile recording, Instant now)
    {
        var start = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(sample.Start).Value;
        var today = SessionClock.Today(now, sample.Zone);
        var series = new Series
        {
            Slug = sample.Slug,
            Name = sample.Name,
            Aim = sample.Aim,
            Zone = sample.Zone,
            Rule = sample.Rule,
            RuleFrom = today,
            LocalStart = start,
            DurationMinutes = Minutes,
            Capacity = sample.Capacities[0],
            Venue = new(RoomLink: "https://example.org/room"),
            Hue = sample.Hue,
            IsSample = true,
            PublishedAt = now,
            CreatedAt = now,
        };
        db.Add(series);
        var rule = ((ParsedRule.Accepted)RecurrenceRuleParser.Parse(sample.Rule, SessionClock.Zone(sample.Zone))).Rule;
        var dates = rule.Occurrences(today.PlusDays(1) + start).Take(sample.Titles.Count).ToList();
        var held = Make(series, 1, sample.Held, dates[0].PlusWeeks(-2), sample, sample.Capacities[0], now);
        db.Add(held);
        var file = new StoredFile
        {
            Id = recording.Id,
            SessionId = held.Id,
            Name = recording.Name,
            MediaType = recording.MediaType,
            Length = recording.Length,
            Sha256 = recording.Sha256,
            CreatedAt = now,
        };
        db.Add(file);
        db.Add(new Recording { SessionId = held.Id, FileId = file.Id, Title = "Sample recording: a clock", IsPublic = true, Licence = "CC0-1.0", CreatedAt = now });
        for (var i = 0; i < dates.Count; i++)
            db.Add(Make(series, i + 2, sample.Titles[i], dates[i], sample, sample.Capacities[i], now));
    }

    private static Session Make(Series series, int number, string title, LocalDateTime start, SampleTryOut sample, int capacity, Instant now)
    {
        var when = SessionTime.Exact(start, sample.Zone, Minutes);
        return new Session
        {
            SeriesId = series.Id,
            Series = series,
            Slug = Slug.From($"{number} {title}"),
            Number = number,
            Title = title,
            When = when,
            DurationMinutes = Minutes,
            Capacity = capacity,
            Announcement = sample.Announcement,
            PublishedAt = now,
            CreatedAt = now,
        }.At(when);
    }
}
