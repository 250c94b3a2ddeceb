using Microsoft.Extensions.Localization;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Web.Public;

/// <summary>What the parts of an hour, and the people in it, are called.</summary>
public static class ProgrammeWords
{
    public static string Of(RunningOrderKind kind, IStringLocalizer<Words> l) => kind switch
    {
        RunningOrderKind.Welcome => l["Welcome"],
        RunningOrderKind.Notices => l["Notices"],
        RunningOrderKind.Talk => l["Talk"],
        RunningOrderKind.Questions => l["Questions and discussion"],
        RunningOrderKind.Break => l["Break"],
        RunningOrderKind.Close => l["Close"],
        _ => l["Other"],
    };

    public static string Of(AppearanceRole role, IStringLocalizer<Words> l) => role switch
    {
        AppearanceRole.Chair => l["Chair"],
        AppearanceRole.Opener => l["Opener"],
        AppearanceRole.Producer => l["Producer"],
        _ => l["Speaker"],
    };

    public static string Of(PartnerKind kind, IStringLocalizer<Words> l) => kind == PartnerKind.Sponsor ? l["Sponsor"] : l["Partner"];
}
