using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sessions.Archive.Captions;
using Sessions.Web.Host.Room;

namespace Sessions.Web.Host.Captioning;

/// <summary>What the script of the caption editor says by itself.</summary>
internal static class CaptionEditorWords
{
    public static string Write(IStringLocalizer<Words> l) => JsonSerializer.Serialize(new
    {
        speaker = T(l, "Who speaks"),
        startOf = T(l, "Start, line at {0}"),
        endOf = T(l, "End, line at {0}"),
        speakerOf = T(l, "Who speaks, line at {0}"),
        textOf = T(l, "Words, line at {0}"),
        playFrom = T(l, "Play from {0}"),
        which = T(l, "Line {0} of {1}"),
        whichNone = T(l, "Choose a line to change it."),
        dirty = T(l, "Not saved yet. A draft is kept in this browser."),
        noDrafts = T(l, "Not saved yet. This browser keeps no drafts: save before you leave."),
        saving = T(l, "Saving…"),
        saved = T(l, "Saved. {0} lines are at the recording and in the transcript now."),
        savedOne = T(l, "Saved. The line is at the recording and in the transcript now."),
        nothing = T(l, "There is no line to save. To take the captions away, remove them beside the recording."),
        removed = T(l, "The line is deleted. Undo brings it back."),
        replacedOne = T(l, "One place was replaced. Undo takes it back."),
        replaced = T(l, "{0} places were replaced. Undo takes it back."),
        found = T(l, "{0} places in {1} lines"),
        foundInOne = T(l, "{0} places in one line"),
        foundOne = T(l, "1 place"),
        foundNone = T(l, "No place"),
        cantSplit = T(l, "Put the caret between two words of a line with both times, then split it."),
        unplayable = T(l, "This browser can't play the file. The captions can be changed all the same."),
        offline = T(l, "The server does not answer. What you typed is kept; try again in a moment."),
        gone = T(l, "You are signed out, or the recording is not yours to change any more. What you typed is kept: sign in again in another tab, then save here."),
        failed = T(l, "The server did not take it. What you typed is kept; try again later."),
        sort = T(l, "Put all in order"),
        beginsBeyond = T(l, "The recording ends at {0}, before this begins."),
        endsBeyond = T(l, "The recording ends at {0}, before this does."),
        faults = new Dictionary<string, string>
        {
            ["timeUnreadable"] = Sentence(CaptionFaultKind.TimeUnreadable, l),
            ["nothingSaid"] = T(l, "There are no words here. Write them, or delete the line."),
            ["tooLong"] = Sentence(CaptionFaultKind.TooLong, l),
            ["endsBeforeItBegins"] = Sentence(CaptionFaultKind.EndsBeforeItBegins, l),
            ["outOfOrder"] = Sentence(CaptionFaultKind.OutOfOrder, l),
            ["tooMuch"] = Sentence(CaptionFaultKind.TooMuch, l),
        },
    });

    /// <summary>As the upload says it, begun like a sentence.</summary>
    private static string Sentence(CaptionFaultKind kind, IStringLocalizer<Words> l) => CaptionWords.Plain(kind, l) is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    private static string T(IStringLocalizer<Words> l, string text) => l[text].Value;
}
