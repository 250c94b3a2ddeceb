using Microsoft.Extensions.Localization;
using Sessions.Scheduling;

namespace Sessions.Invitations;

/// <summary>What to call a session, with or without a title.</summary>
internal static class SessionTitle
{
    public static string Of(Session session, IStringLocalizer words) => session switch
    {
        { Title: { Length: > 0 } title } => title,
        { Number: { } number } => words["{0}, session {1}", session.Series!.Name, number],
        _ => session.Series!.Name,
    };

    /// <summary>The small line above the title.</summary>
    public static string Kicker(Session session, IStringLocalizer words)
    {
        var series = session.Series!.Hashtag ?? session.Series.Name;
        return session.Number is { } number ? words["{0}, session {1}", series, number] : series;
    }

    public static string Path(Session session) => $"/series/{session.Series!.Slug}/{session.Slug}";
}
