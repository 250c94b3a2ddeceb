using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>Where a session stands: shape, word, colour.</summary>
internal static class SessionMarks
{
    public static MarkupString Of(ListedSession session, bool isOver, IStringLocalizer<Words> l) => (session.IsCancelled, isOver) switch
    {
        (true, _) => Mark("bad", l["Cancelled"]),
        (_, true) => Held(session, l),
        _ => Ahead(session, l),
    };

    private static MarkupString Held(ListedSession session, IStringLocalizer<Words> l)
    {
        var recording = session.HasRecording ? Mark("good", session.Seconds is { } seconds ? l["Recording, {0}", Lengths.Of(seconds, l)] : l["Recording"]) : Mark("none", l["No recording"]);
        var writeUp = session.HasWriteUp ? Mark("good", l["Write-up"]) : Mark("none", l["No write-up"]);
        return Html.Of($"{recording} {writeUp} {(session.HasResources ? Mark("good", l["Resources"]) : Html.Nothing)}");
    }

    private static MarkupString Ahead(ListedSession session, IStringLocalizer<Words> l)
    {
        var places = session.When.Precision == Precision.Exact ? Mark(session.Band == PlacesBand.Places ? "good" : "wait", PlacesWords.Short(session.Band, l)) : Html.Nothing;
        var moved = session.IsMoved ? Mark("wait", l["Moved"]) : Html.Nothing;
        var open = session.SpeakersOpen
            ? Mark("wait", session.Speakers.Count > 0 ? l["More speakers to be confirmed"] : l["Speakers to be confirmed"])
            : Html.Nothing;
        return Html.Of($"{places} {moved} {open}");
    }

    private static MarkupString Mark(string status, string word) => Html.Of($"""<span class="status {status}">{word}</span>""");
}
