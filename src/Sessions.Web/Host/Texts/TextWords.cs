using Microsoft.Extensions.Localization;

namespace Sessions.Web.Host.Texts;

public static class TextWords
{
    public static string Name(string key, IStringLocalizer<Words> l) => key switch
    {
        "about" => l["About"],
        "conduct" => l["Code of conduct"],
        "privacy" => l["Privacy"],
        _ => l["Contact"],
    };

    public static string Hint(string key, IStringLocalizer<Words> l) => key switch
    {
        "about" => l["Who you are, what the sessions are for, and how to take part."],
        "conduct" => l["What you expect of each other, and whom to tell when something is wrong."],
        "privacy" => l["Which data you keep of whom, why, for how long, and who answers questions about it."],
        _ => l["How to reach the hosts."],
    };
}
