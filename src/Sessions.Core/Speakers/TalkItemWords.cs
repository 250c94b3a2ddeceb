using Microsoft.Extensions.Localization;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>How a mail to a speaker names what is missing.</summary>
internal static class TalkItemWords
{
    public static string Of(TalkItem item, IStringLocalizer words) => item switch
    {
        TalkItem.Answer => words["your answer, yes or no"],
        TalkItem.Title => words["the title of your talk"],
        TalkItem.Abstract => words["a few sentences about the talk"],
        TalkItem.AboutYou => words["two or three sentences about you"],
        TalkItem.Photo => words["a photo of you"],
        TalkItem.Slides => words["your slides"],
        _ => words["what we may do with them: record, publish, under which licence"],
    };

    public static string Of(ItemLine line, IStringLocalizer words) => line switch
    {
        { Due: null } => Of(line.Item, words),
        { State: ItemState.Overdue, Due: { } due } => words["{0} (was due on {1})", Of(line.Item, words), TimeWords.Of(due)],
        { Due: { } due } => words["{0}, by {1}", Of(line.Item, words), TimeWords.Of(due)],
    };
}
