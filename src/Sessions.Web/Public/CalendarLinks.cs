using System.Globalization;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>Links that open another calendar's own form with the session filled in.</summary>
public static class CalendarLinks
{
    public static string Google(SessionFacts session, string title, string page) => "https://calendar.google.com/calendar/render" + QueryString.Create(new Dictionary<string, string?>
    {
        ["action"] = "TEMPLATE",
        ["text"] = title,
        ["dates"] = $"{Basic(session.When.Start!.Value)}/{Basic(session.When.End!.Value)}",
        ["details"] = page,
        ["location"] = session.Address,
    });

    public static string Outlook(SessionFacts session, string title, string page) => "https://outlook.live.com/calendar/0/deeplink/compose" + QueryString.Create(new Dictionary<string, string?>
    {
        ["path"] = "/calendar/action/compose",
        ["rru"] = "addevent",
        ["subject"] = title,
        ["startdt"] = session.When.Start!.Value.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["enddt"] = session.When.End!.Value.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["body"] = page,
        ["location"] = session.Address,
    });

    private static string Basic(NodaTime.Instant at) => at.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
