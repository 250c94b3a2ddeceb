using System.Text;
using System.Text.Json;
using Sessions.Tests.Support;

namespace Sessions.Tests.Invitations;

/// <summary>
/// Calendars that others wrote, fed by nothing but our mails, show what our pages show: after each step of random lives, nothing twice and
/// nothing left.
/// </summary>
public sealed class CalendarLivesTests
{
    private const int Steps = 30;

    [NeedsFact(Component.IcalJs)]
    public Task A_calendar_kept_by_ical_js_shows_what_the_page_shows() => Agrees("itip-calendar.mjs", 20261128);

    [NeedsFact(Component.RecurringIcalEvents)]
    public Task A_calendar_kept_by_python_shows_what_the_page_shows() => Agrees("itip-calendar.py", 20271129);

    private static async Task Agrees(string script, int seed)
    {
        var lives = Scale.Of(12, 150);
        var (calendars, wanted, said) = (new List<List<List<string>>>(), new List<List<(string From, IReadOnlyList<string> Shown, string Story)>>(), new List<string>());
        for (var life = 0; life < lives; life++)
        {
            await using var house = await CalendarLife.Create();
            var driver = new CalendarLife(house, new(seed + life));
            var stories = new List<string>();
            var (steps, shown) = (CalendarLife.People.ToDictionary(p => p, _ => new List<List<string>>()), CalendarLife.People.ToDictionary(p => p, _ => new List<(string, IReadOnlyList<string>, string)>()));
            for (var step = 0; step < Steps; step++)
            {
                await driver.Step();
                stories.Add(driver.Last);
                foreach (var person in CalendarLife.People)
                {
                    steps[person].Add([.. driver.Messages[person]]);
                    shown[person].Add((CalendarLife.Text(NodaTime.Instant.FromDateTimeOffset(house.Time.GetUtcNow())), await driver.Shows(person), $"life {life} of {person}: {string.Join("; ", stories)}"));
                    said.AddRange(driver.Messages[person]);
                }
            }

            foreach (var person in CalendarLife.People)
            {
                calendars.Add(steps[person]);
                wanted.Add(shown[person]);
            }
        }

        var read = PeerProcess.Run<List<List<List<string>>>>(script, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { from = "2023-10-01T00:00:00Z", to = "2026-01-01T00:00:00Z", calendars })));

        foreach (var (calendar, at) in wanted.Select((c, at) => (c, at)))
        {
            foreach (var ((from, page, story), step) in calendar.Select((s, step) => (s, step)))
            {
                var there = read[at][step].Where(line => string.CompareOrdinal(line[..20], from) > 0).Select(line => line[..41]);
                Assert.True(page.SequenceEqual(there), $"{story}\npage:     {string.Join(", ", page)}\ncalendar: {string.Join(", ", there)}");
            }
        }

        // Lives in which nothing happened prove nothing.
        var shapes = said.CountBy(Shape).ToDictionary();
        Assert.All(new[] { "REQUEST of a rule", "REQUEST of one", "REQUEST of an occurrence", "CANCEL of an occurrence", "CANCEL of all", "a no" }, shape => Assert.True(shapes.GetValueOrDefault(shape) > 3, shape));
        Assert.True(said.Where(m => Shape(m) == "REQUEST of a rule").CountBy(Uid).Any(uid => uid.Value > 1), "no entry was cut short");
        Measurements.Note($"Random lives of a series, replayed into calendars of others ({script})", $"{lives:N0} lives of {Steps} steps and {CalendarLife.People.Length} people, {said.Count:N0} messages ({string.Join(", ", shapes.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Value:N0} {s.Key}"))}): page and calendar agree after each step");
    }

    private static string Shape(string message)
    {
        if (message.StartsWith("DECLINE", StringComparison.Ordinal)) return "a no";
        var events = message[message.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)..];
        var method = message.Contains("METHOD:CANCEL", StringComparison.Ordinal) ? "CANCEL" : "REQUEST";
        return $"{method} of {(events.Contains("RRULE:", StringComparison.Ordinal) ? "a rule" : events.Contains("RECURRENCE-ID", StringComparison.Ordinal) ? "an occurrence" : method == "CANCEL" ? "all" : "one")}";
    }

    private static string Uid(string message) => message.Split("\r\n").First(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
