using Microsoft.Extensions.Localization;
using Sessions.Archive.Captions;

namespace Sessions.Web.Host.Room;

/// <summary>What is wrong with a file of captions, and what to do about it.</summary>
internal static class CaptionWords
{
    public static string Of(CaptionFault fault, IStringLocalizer<Words> l) => fault.Kind == CaptionFaultKind.NotCaptions ? l[Plain(fault.Kind)] : l["Line {0}: {1}", fault.Line, l[Plain(fault.Kind)]];

    public static string Plain(CaptionFaultKind kind, IStringLocalizer<Words> l) => l[Plain(kind)];

    public static string Plain(CaptionFaultKind kind) => kind switch
    {
        CaptionFaultKind.NotCaptions => "This is neither WebVTT (.vtt) nor SubRip (.srt), nor text with times like 0:07 in front.",
        CaptionFaultKind.TimeUnreadable => "this time can't be read. Write it as 00:01:07.500.",
        CaptionFaultKind.TimeMissing => "there is no time above these words.",
        CaptionFaultKind.EndsBeforeItBegins => "it ends before it begins.",
        CaptionFaultKind.OutOfOrder => "it begins before the one above it.",
        CaptionFaultKind.NothingSaid => "there are no words below this time.",
        CaptionFaultKind.TooLong => "these are more words than fit on a screen. Part them.",
        _ => "from here on it is more than one recording can say.",
    };
}
