using Microsoft.Extensions.Localization;
using Sessions.Archive.Chapters;

namespace Sessions.Web.Host.Room;

/// <summary>What is wrong with a list of chapters.</summary>
internal static class ChapterWords
{
    public static string Of(ChapterFault fault, IStringLocalizer<Words> l) => l["Line {0}: {1}", fault.Line, l[Plain(fault.Kind)]];

    public static string Plain(ChapterFaultKind kind) => kind switch
    {
        ChapterFaultKind.TimeMissing => "there is no time in front, like 12:34.",
        ChapterFaultKind.TitleMissing => "there is no title after the time.",
        ChapterFaultKind.OutOfOrder => "it does not begin after the one above it.",
        ChapterFaultKind.TooLong => "the title has more than 200 characters.",
        _ => "these are more than 100 chapters.",
    };
}
