using Microsoft.Extensions.Localization;

namespace Sessions.Web.Public;

/// <summary>What to call a session: its title, else its theme, else the honest gap.</summary>
public static class SessionTitle
{
    public static string Of(string? title, string? theme, bool isOver, IStringLocalizer<Words> l) =>
        title ?? theme ?? (isOver ? l["Title not on record"] : l["Title to be announced"]);

    /// <summary>Where no number stands beside it.</summary>
    public static string Alone(string? title, string? theme, int? number, bool isOver, IStringLocalizer<Words> l) => (title ?? theme, number, isOver) switch
    {
        (null, { } n, true) => l["Session {0}, title not on record", n],
        (null, { } n, false) => l["Session {0}, title to be announced", n],
        _ => Of(title, theme, isOver, l),
    };
}
