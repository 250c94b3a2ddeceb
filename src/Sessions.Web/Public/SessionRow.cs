using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Sessions.Scheduling;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>A line of a list.</summary>
internal static class SessionRow
{
    /// <param name="withSeries">On pages that list several series.</param>
    /// <param name="numbered">The series counts its sessions, so that one without a number is worth a word.</param>
    /// <param name="talk">On a speaker's page.</param>
    public static MarkupString Of(ListedSession session, IStringLocalizer<Words> l, bool isOver = false, bool withSeries = false, bool numbered = false, string? talk = null)
    {
        var accent = withSeries ? Html.Of($" data-accent=\"{session.Hue}\"") : Html.Nothing;
        var title = SessionTitle.Of(session.Title, session.Theme, isOver, l);
        return Html.Of(
            $"""
            <li class="session-row"{accent}>{DateTile.Of(session.When, l)}
            <div>{Line("small quiet", Kicker(session, withSeries, numbered, l))}<h3><a href="{session.Path}">{title}</a></h3>
            {Line("small", talk is { Length: > 0 } ? l["Talk: {0}", talk].Value : null)}{Line("small quiet", Facts(session, isOver, withSeries, l))}
            <p class="meta">{SessionMarks.Of(session, isOver, l)}</p></div>
            <div class="thumb"><svg class="art" viewBox="0 0 120 120" aria-hidden="true">{new MarkupString(Artwork.Pattern(session.Number))}</svg></div></li>
            """);
    }

    private static MarkupString Line(string look, string? text) => text is { Length: > 0 } ? Html.Of($"""<p class="{look}">{text}</p>""") : Html.Nothing;

    private static string Kicker(ListedSession session, bool withSeries, bool numbered, IStringLocalizer<Words> l)
    {
        var place = Place(session, withSeries, numbered && session.Kind == SessionKind.Session, l);
        return session.Kind == SessionKind.Session ? place : place.Length == 0 ? l[SessionKindWords.Of(session.Kind)] : $"{place}, {l[SessionKindWords.Of(session.Kind)]}";
    }

    private static string Place(ListedSession session, bool withSeries, bool numbered, IStringLocalizer<Words> l) => (withSeries, session.Number) switch
    {
        (true, { } n) => l["{0}, session {1}", session.SeriesName, n],
        (true, null) => session.SeriesName,
        (false, { } n) => l["Session {0}", n],
        (false, null) => numbered ? l["Without a number"] : "",
    };

    private static string Facts(ListedSession session, bool isOver, bool withSeries, IStringLocalizer<Words> l) => string.Join(". ", new[]
    {
        !isOver || !TileSaysAll(session) || withSeries ? Day(session.When, isOver, l) : null,
        session.Speakers.Count > 0 ? string.Join(", ", session.Speakers) : isOver && !session.IsCancelled ? l["Speakers not on record"].Value : null,
        session.Address,
    }.OfType<string>());

    private static bool TileSaysAll(ListedSession session) =>
        session.When is { Precision: Precision.Exact or Precision.Days } && session.When.Date == session.When.LastDate;

    private static string Day(SessionTime when, bool isOver, IStringLocalizer<Words> l) =>
        isOver && when is { Precision: Precision.Exact, Date: { } day } ? Times.Day(day) : Times.Line(when, isOver, l);
}
