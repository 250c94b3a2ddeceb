using Microsoft.Extensions.Localization;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Web.Host.Team;

internal static class TeamWords
{
    public static string Of(Role role, IStringLocalizer<Words> l) => role switch
    {
        Role.Host => l["Host"],
        Role.Helper => l["Helper"],
        _ => l["Admin"],
    };

    public static string Of(TeamRefusal no, IStringLocalizer<Words> l) => no switch
    {
        TeamRefusal.NotAnAddress => l["Write the address with an @, like name@example.org"],
        TeamRefusal.LastHost => l["A series needs a host: invite another one first."],
        TeamRefusal.NotFound => l["This person is not in the list any more."],
        _ => l["You may not change who runs this series."],
    };
}
