using Microsoft.Extensions.Localization;

namespace Sessions.Web.Public;

/// <summary>What is true of every site, for pages that the hosts have not written: facts of the software, no promises in their name.</summary>
public static class SiteTextDefaults
{
    public static IReadOnlyList<string> Keys { get; } = ["about", "conduct", "privacy", "contact"];

    /// <summary>Markdown.</summary>
    public static string Of(string key, IStringLocalizer<Words> l) => key switch
    {
        "about" => l["This site announces the sessions of a community, takes sign-ups and keeps what came of each session: recording, slides, write-up. Sessions stand on the [first page](/), held ones in the [archive](/archive)."],
        "conduct" => l["There is no code of conduct on record here. If something in a session was not right, tell the hosts; the [contact page](/contact) says how to reach them."],
        "privacy" => l["Signing up stores your e-mail address, your name if you give it, and the sessions you signed up for, so that you get the joining link, calendar entries and the mails about that session. The hosts of the series can see it; other visitors cannot.\n\nThe link in your mail opens a page where you can give up your place. Public pages ask no other site for anything. A cookie is set when you sign up (it lasts an hour and keeps one browser from signing up the world) and when you choose light or dark; no others, unless you are a host and sign in.\n\nWho is responsible for this site, and for how long addresses are kept, only the hosts can say; they have not done so yet."],
        _ => l["No contact is on record here: the hosts have not written this page yet."],
    };
}
