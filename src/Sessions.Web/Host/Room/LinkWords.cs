using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Archive.Links;

namespace Sessions.Web.Host.Room;

/// <summary>What the last look at a link found, in words.</summary>
public static class LinkWords
{
    public static (string Look, string Words) Of(LinkFinding found, Instant now, IStringLocalizer<Words> l) => found.State switch
    {
        LinkState.Works => ("good", l["Works, looked at {0}", DeskTimes.Distance(found.CheckedAt, now, l)]),
        LinkState.Failing => ("wait", l["Failed {0}: {1}. Looked at again on another day.", DeskTimes.Distance(found.CheckedAt, now, l), Why(found, l)]),
        LinkState.Dead => ("bad", l["Dead, failing since {0}: {1}", DeskTimes.Distance(found.FailingSince ?? found.CheckedAt, now, l), Why(found, l)]),
        _ => ("", l["Not looked at: {0}", Why(found, l)]),
    };

    private static string Why(LinkFinding found, IStringLocalizer<Words> l) => found.Fault switch
    {
        LinkFault.Gone => l["not there ({0})", found.Status ?? 404],
        LinkFault.NameUnknown => l["no such name"],
        LinkFault.Refused => l["the host answered {0}", found.Status ?? 0],
        LinkFault.Unreachable => l["nobody answers"],
        LinkFault.TooSlow => l["no answer in time"],
        LinkFault.CertificateWrong => l["its certificate is wrong"],
        LinkFault.TooManyRedirects => l["it leads from address to address"],
        LinkFault.Busy => l["its host asked for patience"],
        LinkFault.RobotsForbid => l["its host wants no programs"],
        LinkFault.NotPublic => l["no address of the public internet"],
        LinkFault.NeedsSignIn => l["its host lets no program in ({0})", found.Status ?? 403],
        _ => l["it works"],
    };
}
