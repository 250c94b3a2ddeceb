using Microsoft.Extensions.Localization;
using Sessions.Scheduling.Sheets;
using Sessions.Workflows;

namespace Sessions.Web.Host.Planning;

/// <summary>What is wrong with a file or a row of it, in words. Each has a place for the piece that is meant.</summary>
public static class ImportWords
{
    public static FieldProblem Of(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.TooLarge => new("file", "The file is larger than 2 MB. Cut it into several."),
        ImportRefusal.NotText => new("file", "This is no text. Save the table as CSV in UTF-8, not as a workbook."),
        ImportRefusal.NothingInIt => new("file", "There is no session in it."),
        ImportRefusal.TooManyRows => new("file", "It holds more than 2,000 sessions. Cut it into several files."),
        ImportRefusal.HeadingsUnreadable => new("file", "The first row names no column that is known here. It needs Date or Title at least."),
        ImportRefusal.NotAllowed => new("file", "You may not plan sessions of this series. Ask one of its hosts."),
        ImportRefusal.NotFound => new("file", "This series is gone."),
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };

    /// <summary>The key of the words: {0} is the fault's value.</summary>
    public static string Of(RowFaultKind fault) => fault switch
    {
        RowFaultKind.Unreadable => "This can't be read. {0}",
        RowFaultKind.DateUnreadable => "\"{0}\" is no date. Write it like 2026-12-02.",
        RowFaultKind.DateAmbiguous => "\"{0}\" has two readings. Write it like 2026-12-02.",
        RowFaultKind.StartUnreadable => "\"{0}\" is no hour. Write it like 19:30.",
        RowFaultKind.StartWithoutDay => "The hour {0} has no day.",
        RowFaultKind.LastDateUnreadable => "\"{0}\" is no end. Write the last date like 2026-12-02.",
        RowFaultKind.LastDateBeforeFirst => "The last date {0} is before the first.",
        RowFaultKind.LastDateWithStart => "With an hour it is on one day: take out the last date {0}, or the hour.",
        RowFaultKind.MinutesOutOfRange => "The length is a number of minutes from 1 to 1,440. {0}",
        RowFaultKind.ZoneUnknown => "\"{0}\" is no time zone. Write it like Europe/London.",
        RowFaultKind.TitleTooLong => "The title has more than 300 characters: {0}",
        RowFaultKind.AnnouncementTooLong => "The announcement has more than 20,000 characters: {0}",
        RowFaultKind.NumberOutOfRange => "\"{0}\" is no number from 1 to 100,000.",
        RowFaultKind.KindUnknown => "\"{0}\" is no kind. There are: session, special, unconference, roundtable, working session.",
        RowFaultKind.SpeakerUnreadable => "\"{0}\" is no speaker. Write Name <name@example.org>, with semicolons between.",
        RowFaultKind.NameTooLong => "A name has at most 200 characters: {0}",
        RowFaultKind.TooManySpeakers => "At most 100 speakers fit. {0}",
        RowFaultKind.LinkNotHttp => "\"{0}\" is no whole link: it begins with https://",
        RowFaultKind.AddressTooLong => "The address has more than 500 characters: {0}",
        RowFaultKind.NotYesOrNo => "Write yes or nothing for cancelled, not \"{0}\".",
        RowFaultKind.BecauseTooLong => "The reason has more than 1,000 characters: {0}",
        RowFaultKind.NumberTwice => "An earlier row has the number {0}, too.",
        RowFaultKind.Empty => "There is nothing in it that is read here. {0}",
        RowFaultKind.RuleUnreadable => "How it repeats can't be read: {0}",
        RowFaultKind.EndBeforeStart => "It ends before it begins. {0}",
        RowFaultKind.StartMissing => "It has no start. {0}",
        RowFaultKind.TooMuch => "It repeats for too long. {0}",
        _ => throw new InvalidOperationException($"No sentence for {fault}."),
    };

    public static string Of(ImportSkip skip) => skip switch
    {
        ImportSkip.SameNumber => "Here already: a session has this number",
        _ => "Here already: a session at this time",
    };

    /// <summary>For programs and the command line, which know no other language.</summary>
    public static string Sentence(RowFault fault) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Of(fault.Kind), fault.Value).TrimEnd();

    public static string Sentence(RowFault fault, IStringLocalizer<Words> words) => words[Of(fault.Kind), fault.Value].Value.TrimEnd();
}
