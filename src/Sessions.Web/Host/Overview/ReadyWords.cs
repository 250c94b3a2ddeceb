using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Speakers;

namespace Sessions.Web.Host.Overview;

/// <summary>The words of the readiness board.</summary>
internal static class ReadyWords
{
    public static string Column(TalkItem item, IStringLocalizer<Words> l) => item switch
    {
        TalkItem.Answer => l["Answer"],
        TalkItem.Title => l["Title"],
        TalkItem.Abstract => l["Abstract"],
        TalkItem.AboutYou => l["About them"],
        TalkItem.Photo => l["Photo"],
        TalkItem.Slides => l["Slides"],
        _ => l["Consent"],
    };

    public static (string Look, string Word) Of(ItemState state, IStringLocalizer<Words> l) => state switch
    {
        ItemState.Here => ("good", l["Here"]),
        ItemState.Excused => ("none", l["Not needed"]),
        ItemState.Overdue => ("bad", l["Overdue"]),
        _ => ("", l["Missing"]),
    };

    public static string Day(LocalDate day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);
}
