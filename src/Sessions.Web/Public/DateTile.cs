using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Web.Public;

/// <summary>The day as a leaf of a calendar; dashed while it is not known. Words beside it say the same in full.</summary>
internal static class DateTile
{
    public static MarkupString Of(SessionTime when, IStringLocalizer<Words> l) => when.Precision switch
    {
        Precision.Exact or Precision.Days => Known(when, when.Date!.Value),
        Precision.Month => Vague(when.Date!.Value, Times.MonthName(when.Date.Value)),
        Precision.NotAfter => Vague(when.Date!.Value, l["by {0}", Times.MonthName(when.Date.Value)]),
        _ => Html.Of($"""<div class="date-tile unknown" aria-hidden="true"><span>{l["Date"]}</span><b>?</b><span>{l["open"]}</span></div>"""),
    };

    private static MarkupString Known(SessionTime when, LocalDate day) => Html.Of(
        $"""<time class="date-tile" datetime="{(when.Start is { } start ? Times.Utc(start) : Times.Iso(day))}"><span>{Times.WeekdayName(day)}</span><b>{day.Day}</b><span>{Times.MonthName(day)}<span class="hidden-text"> {day.Year}</span></span></time>""");

    private static MarkupString Vague(LocalDate day, string month) => Html.Of(
        $"""<div class="date-tile unknown" aria-hidden="true"><span>{day.Year}</span><b>?</b><span>{month}</span></div>""");
}
