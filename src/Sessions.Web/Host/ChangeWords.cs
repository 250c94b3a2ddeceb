using Microsoft.Extensions.Localization;
using Sessions.Workflows;

namespace Sessions.Web.Host;

public static class ChangeWords
{
    public static string Of(ChangeRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        ChangeRefusal.AlreadyCancelled => l["This session is cancelled already."],
        ChangeRefusal.InThePast => l["That time has passed. Choose one that is still to come."],
        ChangeRefusal.SameTime => l["That is the time it has already."],
        ChangeRefusal.DurationOutOfRange => l["A session takes from 5 minutes to 24 hours."],
        ChangeRefusal.Over => l["This session is over; nothing about its time can change."],
        _ => l["There is no such session in your series."],
    };
}
