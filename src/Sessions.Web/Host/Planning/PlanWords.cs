using Microsoft.Extensions.Localization;
using Sessions.Scheduling;
using Sessions.Workflows;

namespace Sessions.Web.Host.Planning;

/// <summary>The planning screen's refusals and numbers in words.</summary>
public static class PlanWords
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static FieldProblem Of(PlanRefusal refusal) => refusal switch
    {
        PlanRefusal.NotAllowed => new("lines", "You may not plan sessions of this series. Ask one of its hosts."),
        PlanRefusal.Empty => new("lines", "No line can be saved yet: write one date a line"),
        PlanRefusal.TooMany => new("lines", "At most 200 sessions are saved at once"),
        PlanRefusal.ZoneUnknown => new("zone", "Choose a time zone from the list, like Europe/London"),
        PlanRefusal.NumberTaken => new("first-number", "A session of this series already has one of these numbers. Choose another first number."),
        PlanRefusal.NotFound => new("lines", "This series is gone"),
        PlanRefusal.CapacityOutOfRange => SeriesWords.Of(SeriesRefusal.CapacityOutOfRange),
        PlanRefusal.NumberOutOfRange => new("first-number", "Write the first number as one from 1 to 100,000, or leave it empty"),
        PlanRefusal.DurationOutOfRange => SeriesWords.Of(SeriesRefusal.DurationOutOfRange),
        PlanRefusal.TooLong => new("lines", "Shorten the line: a title has at most 300 characters, a speaker's name 200"),
        PlanRefusal.NotRunning => new("lines", "This series is paused or has ended. Resume it first, then plan its dates."),
        PlanRefusal.DaysOutOfRange => new("lines", "Whole days end on the first day or later, and last 31 days at most"),
        PlanRefusal.TooFar => new("lines", "One of the lines has a year that is too far ahead"),
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };

    public static string Sessions(IStringLocalizer<Words> words, int count) => Counted(words, count, "{0} session", "{0} sessions");

    public static string Mails(IStringLocalizer<Words> words, int count) => Counted(words, count, "{0} mail", "{0} mails");

    public static string Lines(IStringLocalizer<Words> words, int count) => Counted(words, count, "{0} line", "{0} lines");

    private static string Counted(IStringLocalizer<Words> words, int count, string one, string many) =>
        words[count == 1 ? one : many, count < Small.Length ? words[Small[count]].Value : count];
}
