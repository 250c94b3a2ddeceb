using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Sessions.Bench.Report;
using Sessions.Bench.Servers;
using Sessions.ICalendar;

namespace Sessions.Bench.Measures;

/// <summary>Occurrences a second of our rules against two other implementations, all on the same rules, reading of the text included.</summary>
internal static class RecurrenceMeasure
{
    private const int Take = 200;

    private static readonly Case[] Cases =
    [
        new("FREQ=DAILY", "2026-01-01T12:00:00", Take),
        new("FREQ=DAILY;INTERVAL=3;BYMONTH=1,6", "2026-01-01T12:00:00", Take),
        new("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2026-01-06T19:00:00", Take),
        new("FREQ=MONTHLY;BYDAY=1WE", "2026-01-07T12:00:00", Take),
        new("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30T12:00:00", Take),
        new("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T12:00:00", Take),
        new("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2026-03-29T12:00:00", Take),
        new("FREQ=YEARLY;BYYEARDAY=1,100,200", "2026-01-01T12:00:00", Take),
    ];

    public static async Task Run(Workbench bench, ReportTable table)
    {
        var input = JsonSerializer.Serialize(Cases, JsonSerializerOptions.Web);
        var (own, js, python) = (new List<double>(), new List<double>(), new List<double>());
        Count();
        for (var round = 0; round < bench.Options.Rounds; round++)
        {
            own.Add(Own());
            js.Add(Read(await OtherProgram.Answer("node", ["tests/peers/recurrence-rate.mjs"], input)));
            python.Add(Read(await OtherProgram.Answer("/usr/bin/python3", ["tests/peers/recurrence-rate.py"], input)));
        }

        Against("ical.js", Median.Of(own), Median.Of(js), table);
        Against("python-dateutil", Median.Of(own), Median.Of(python), table);
    }

    private static void Against(string other, double own, double theirs, ReportTable table)
    {
        var what = $"Occurrences of {Cases.Length} rules, {Take} each";
        table.Add(theirs > 0 ? Row.AtLeast(what, $"{own:N0}/s", $"{other}, {theirs:N0}/s", own / theirs, 1) : Row.Missing(what, $"{other} is not here", "≥ 1x"));
    }

    private static double Own()
    {
        var (made, watch) = (0, Stopwatch.StartNew());
        while (watch.Elapsed < TimeSpan.FromSeconds(1)) made += Count();
        return made / watch.Elapsed.TotalSeconds;
    }

    private static int Count() => Cases.Sum(c => RecurrenceRuleParser.Parse(c.Rule, DateTimeZone.Utc) is ParsedRule.Accepted { Rule: var rule }
        ? rule.Occurrences(LocalDateTimePattern.GeneralIso.Parse(c.Start).Value).Take(c.Take).Count() : 0);

    private static double Read(string said) => double.TryParse(said, CultureInfo.InvariantCulture, out var rate) ? rate : 0;

    private sealed record Case(string Rule, string Start, int Take);
}
