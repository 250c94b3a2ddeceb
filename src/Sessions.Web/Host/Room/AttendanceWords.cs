using Microsoft.Extensions.Localization;
using Sessions.Registrations;
using Sessions.Registrations.Sheets;

namespace Sessions.Web.Host.Room;

/// <summary>What becomes of a list of who was there, in words.</summary>
public static class AttendanceWords
{
    /// <summary>For people and for programs: the key of the words.</summary>
    public static string Of(AttendanceImportRefusal refusal) => refusal switch
    {
        AttendanceImportRefusal.TooLarge => "The file is larger than 2 MB: that is no list of people.",
        AttendanceImportRefusal.NotText => "This is no text. Save the list as CSV, not as a workbook.",
        AttendanceImportRefusal.NothingInIt => "There is nobody in it.",
        AttendanceImportRefusal.TooManyRows => "It holds more than 5,000 rows.",
        AttendanceImportRefusal.HeadingsUnreadable => "No row names a column that is known here. It needs one with names or with e-mail addresses.",
        AttendanceImportRefusal.QuoteOpen => "A quotation mark is open to the end of the file. Export the list once more.",
        AttendanceImportRefusal.NotFound => "This session, or this import, is gone.",
        AttendanceImportRefusal.NotAllowed => "You may not note who came here any more.",
        AttendanceImportRefusal.TooEarly => "The room has not opened yet.",
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };

    public static (string Look, string Word) Of(AttendanceRow row, IStringLocalizer<Words> l) => row.Result switch
    {
        AttendanceResult.Came => ("good", row.By switch { MatchedBy.Address => l["By the address"], MatchedBy.Name => l["By the name"], _ => l["As you said"] }),
        AttendanceResult.Before => ("good", l["Noted before"]),
        AttendanceResult.Choose => ("wait", row.Candidates.Count == 1 ? l["Two with this name on the list"] : l["Several could be meant"]),
        AttendanceResult.Waited => ("none", l["Left out: waiting list, no place"]),
        AttendanceResult.Withdrew => ("none", l["Left out: gave up the place"]),
        AttendanceResult.TooShort => ("none", l["Left out: too short"]),
        AttendanceResult.NotLetIn => ("none", l["Left out: was not let in"]),
        _ when row.By == MatchedBy.Choice => ("none", l["Left out: nobody of these"]),
        _ => ("none", l["Left out: not registered"]),
    };

    public static string Of(MeetingSource source, IStringLocalizer<Words> l) => source switch
    {
        MeetingSource.Zoom => l["How we read the list of Zoom"],
        MeetingSource.Teams => l["How we read the list of Microsoft Teams"],
        MeetingSource.Meet => l["How we read the list of Google Meet"],
        _ => l["How we read the list"],
    };

    public static string People(int count, IStringLocalizer<Words> l) => count == 1 ? l["one person"] : l["{0} people", count];
}
