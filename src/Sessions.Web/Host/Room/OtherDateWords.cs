using Microsoft.Extensions.Localization;
using Sessions.Speakers;

namespace Sessions.Web.Host.Room;

/// <summary>On which other day a speaker would come, in a line.</summary>
public static class OtherDateWords
{
    public static string Of(OtherDateFacts other, IStringLocalizer<Words> l)
    {
        var days = string.Join(l[" or "], other.Sessions.Select(s => DeskTimes.Brief(s.When, l)));
        return (days.Length > 0, other.Note) switch
        {
            (true, { } note) => l["Another date: {0}. “{1}”", days, note],
            (true, null) => l["Another date: {0}", days],
            _ => l["Another date: “{0}”", other.Note ?? ""],
        };
    }
}
