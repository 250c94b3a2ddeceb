using NodaTime;
using NodaTime.Text;
using Sessions.ICalendar;
using Sessions.Tests.Support;
using static Sessions.Tests.ICalendar.Samples;

namespace Sessions.Tests.ICalendar;

/// <summary>Others read what we write, and count as we count.</summary>
public class PeerTests
{
    private static readonly string[] Zones = ["Europe/London", "Europe/Warsaw", "America/New_York", "Australia/Sydney", "Asia/Kolkata"];

    [NeedsFact(Component.IcalJs)]
    public void Ical_js_reads_the_same_instants_across_ten_years_in_five_zones() => Read_the_same_instants(PeerParsers.ParseWithIcalJs);

    [NeedsFact(Component.PythonIcalendar)]
    public void Python_reads_the_same_instants_across_ten_years_in_five_zones() => Read_the_same_instants(PeerParsers.ParseWithPython);

    [Fact]
    public void Ical_net_reads_the_same_instants_across_ten_years_in_five_zones() => Read_the_same_instants(IcalNetReader.Parse);

    [NeedsFact(Component.IcalJs)]
    public void Ical_js_reads_every_field_of_an_invitation() => Read_every_field(PeerParsers.ParseWithIcalJs);

    [NeedsFact(Component.PythonIcalendar)]
    public void Python_reads_every_field_of_an_invitation() => Read_every_field(PeerParsers.ParseWithPython);

    [Fact]
    public void Ical_net_reads_every_field_of_an_invitation() => Read_every_field(IcalNetReader.Parse);

    [NeedsFact(Component.IcalJs)]
    public void Ical_js_has_the_same_occurrences() => Same(RuleCases.Plain(), Script("occurrences.mjs"));

    [NeedsFact(Component.PythonIcalendar)]
    public void Python_has_the_same_occurrences() => Same(RuleCases.Plain(), Script("occurrences.py"));

    /// <summary>But for yearly rules with an end: of some of those it leaves out the last occurrence, which the two others have.</summary>
    [Fact]
    public void Ical_net_has_the_same_occurrences() =>
        Same(RuleCases.Plain().Where(one => !Names(one, "YEARLY", "UNTIL")), IcalNet);

    /// <summary>
    /// But for three shapes that Ical.Net reads as we do: weekdays with and without ordinals in one list, of which dateutil wants both; BYSETPOS
    /// in weeks, which it counts from the start and not from the first day of the week; and every second or third year of weeks, where it goes
    /// by the year of the day. (ical.js knows BYSETPOS and counting from the end in part only.)
    /// </summary>
    [NeedsFact(Component.PythonIcalendar)]
    public void Python_has_the_same_occurrences_of_whole_rules() => Same(
        RuleCases.Whole().Where(one => !one.HasMixedWeekdays && !Names(one, "WEEKLY", "BYSETPOS") && !Names(one, "BYWEEKNO", "INTERVAL")), Script("occurrences.py"));

    [Fact]
    public void Ical_net_has_the_same_occurrences_of_whole_rules() => Same(RuleCases.Whole(), IcalNet);

    private static void Read_the_same_instants(Func<IEnumerable<byte[]>, IReadOnlyList<PeerCalendar>> parse)
    {
        var feeds = Zones.Select(id => Feed(Across2020s(Zone(id)))).ToList();

        var read = parse(feeds.Select(feed => feed.ToBytes()));

        foreach (var (feed, calendar) in feeds.Zip(read, (feed, calendar) => (feed, calendar)))
        {
            Assert.Equal(feed.Events.Count, calendar.Events.Count);
            Assert.InRange(calendar.Events.Count(item => item.Tzid is null), 0, 20); // ends at the first of two equal hours
            Assert.All(feed.Events.Zip(calendar.Events), pair =>
            {
                var time = (EventTime.Exact)pair.First.Time;
                Assert.Equal($"{Utc(time.Start)} {Utc(time.End)} {time.Start}", $"{pair.Second.Start} {pair.Second.End} {time.Start}");
            });
        }

        var london = read[0].Events.Select(item => item.Start).ToList();
        Assert.Contains("2020-03-26T11:00:00Z", london);
        Assert.Contains("2020-04-02T10:00:00Z", london);
    }

    /// <summary>Every Thursday, and the hours around each clock change that have a local time of their own.</summary>
    private static List<Event> Across2020s(DateTimeZone zone)
    {
        var weekly = new RecurrenceRule { Frequency = Frequency.Weekly, Until = new(2029, 12, 31, 0, 0) }.Occurrences(new(2020, 1, 2, 11, 0));
        var around = zone.GetZoneIntervals(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2029, 12, 31, 0, 0))
            .Where(interval => interval.HasStart && interval.Start > Instant.FromUtc(2020, 1, 1, 0, 0))
            .SelectMany(interval => new[] { -180, -61, 61, 180 }.Select(minutes => interval.Start.Plus(Duration.FromMinutes(minutes)).InZone(zone).LocalDateTime));
        return [.. weekly.Concat(around).Select((start, at) => Session with { Uid = $"{at}", Time = EventTime.At(start, zone, Duration.FromMinutes(1)) })];
    }

    private static string Utc(ZonedDateTime time) => InstantPattern.General.Format(time.ToInstant());

    private static void Read_every_field(Func<IEnumerable<byte[]>, IReadOnlyList<PeerCalendar>> parse)
    {
        var title = "Zażółć; 日本, \\ \"data\" 👩‍💻 " + string.Concat(Enumerable.Repeat("e\u0301ż😀", 60));
        var request = Message(Method.Request, Invitation with
        {
            Sequence = 3,
            Summary = title,
            Description = "First line\nhttps://example.org/join?a=1;b=2,3\n\nThird",
            Location = "https://example.org/join",
            Url = new("https://example.org/series/one"),
            Conference = new("https://example.org/join/abc"),
            Attendee = new("Ann \"Data\" O'Neil; Leeds, UK: ^_^", "ann+x=1@example.org", Role.Chair, Participation.NeedsAction, Rsvp: true),
        });
        var cancel = Message(Method.Cancel, Invitation with { Status = null });
        var days = Feed(Session with { Time = new EventTime.WholeDays(new(2022, 10, 1), new(2022, 10, 2)) }) with { Name = "Days" };

        var read = parse([request.ToBytes(), cancel.ToBytes(), days.ToBytes()]);

        var item = Assert.Single(read[0].Events);
        Assert.Equal("REQUEST", read[0].Method);
        Assert.Equal((Invitation.Uid, 3, "2020-03-01T09:30:00Z"), (item.Uid, item.Sequence, item.Stamp));
        Assert.Equal(("2020-03-26T11:00:00Z", "2020-03-26T12:00:00Z"), (item.Start, item.End));
        Assert.Equal(title, item.Summary);
        Assert.Equal("First line\nhttps://example.org/join?a=1;b=2,3\n\nThird", item.Description);
        Assert.Equal("https://example.org/join", item.Location);
        Assert.Equal(("https://example.org/series/one", "https://example.org/join/abc"), (item.Url, item.Conference));
        Assert.Equal(("CONFIRMED", "OPAQUE"), (item.Status, item.Transp));
        Assert.Equal(("mailto:rsvp+a1b2@example.org", "Open data"), (item.Organizer?.Address, item.Organizer?.Cn));
        Assert.Equal(
            new PeerPerson("mailto:ann+x=1@example.org", item.Attendee?.Cn, "INDIVIDUAL", "CHAIR", "NEEDS-ACTION", "TRUE"), item.Attendee);
        Assert.Equal("Ann \"Data\" O'Neil; Leeds, UK: ^_^", item.Attendee?.Cn);
        Assert.Equal(("CANCEL", null), (read[1].Method, read[1].Events[0].Status));
        Assert.Equal(("PUBLISH", "Days"), (read[2].Method, read[2].Name));
        Assert.Equal(("2022-10-01", "2022-10-03"), (read[2].Events[0].Start, read[2].Events[0].End));
    }

    private static void Same(IEnumerable<RuleCase> rules, Func<IReadOnlyList<RuleCase>, IReadOnlyList<IReadOnlyList<string>>> peer)
    {
        var cases = rules.ToList();
        Assert.All(cases.Zip(peer(cases)), pair => Assert.Equal(
            $"{pair.First}: {string.Join(' ', pair.Second)}",
            $"{pair.First}: {string.Join(' ', pair.First.Occurrences().Select(Iso))}"));
    }

    private static Func<IReadOnlyList<RuleCase>, IReadOnlyList<IReadOnlyList<string>>> Script(string name) => cases => PeerProcess.Run<List<List<string>>>(
        name, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(cases.Select(one => new { rule = one.Rule, start = Iso(one.Start), take = RuleCases.Take })));

    private static IReadOnlyList<IReadOnlyList<string>> IcalNet(IReadOnlyList<RuleCase> cases) =>
        [.. cases.Select(one => IcalNetReader.Occurrences(one.Rule, LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Format(one.Start), RuleCases.Take))];

    private static bool Names(RuleCase one, params string[] parts) => Array.TrueForAll(parts, part => one.Rule.Contains(part, StringComparison.Ordinal));

    private static string Iso(LocalDateTime time) => LocalDateTimePattern.GeneralIso.Format(time);
}
