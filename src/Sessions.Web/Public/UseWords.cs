using Microsoft.Extensions.Localization;
using Sessions.Archive.Counts;

namespace Sessions.Web.Public;

/// <summary>How often something was used, in words.</summary>
public static class UseWords
{
    /// <summary>Null where it was not.</summary>
    public static string? Of(FileUseSum? uses, IStringLocalizer<Words> l) => uses switch
    {
        { Plays: > 0, Downloads: > 0 } => l["{0}, {1}.", Played(uses.Plays, l), Downloaded(uses.Downloads, l, isFirst: false)].Value,
        { Plays: > 0 } => l["{0}.", Played(uses.Plays, l)].Value,
        { Downloads: > 0 } => l["{0}.", Downloaded(uses.Downloads, l, isFirst: true)].Value,
        _ => null,
    };

    private static string Played(int times, IStringLocalizer<Words> l) => times == 1 ? l["Played once"] : l["Played {0} times", times];

    private static string Downloaded(int times, IStringLocalizer<Words> l, bool isFirst) => (times, isFirst) switch
    {
        (1, true) => l["Downloaded once"],
        (1, false) => l["downloaded once"],
        (_, true) => l["Downloaded {0} times", times],
        _ => l["downloaded {0} times", times],
    };
}
