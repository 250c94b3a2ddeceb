using Microsoft.Extensions.Localization;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>What to call a session, with or without a title.</summary>
internal static class SessionTitle
{
    public static string Of(Session session, IStringLocalizer words) => Of(session.Title, session.Number, session.Series!.Name, words);

    public static string Of(string? title, int? number, string series, IStringLocalizer words) => (title, number) switch
    {
        ({ Length: > 0 }, _) => title,
        (_, { } n) => words["{0}, session {1}", series, n],
        _ => series,
    };

    /// <summary>The small line above the title.</summary>
    public static string Kicker(Session session, IStringLocalizer words)
    {
        var series = session.Series!.Hashtag ?? session.Series.Name;
        return session.Number is { } number ? words["{0}, session {1}", series, number] : series;
    }

    public static string Path(Session session) => Path(session.Series!.Slug, session.Slug);

    public static string Path(string series, string session) => $"/series/{series}/{session}";
}
