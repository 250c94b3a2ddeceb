using Microsoft.Extensions.Localization;
using Sessions.Scheduling;

namespace Sessions.Web.Host;

/// <summary>What can be set by hand, in words.</summary>
public static class FieldWords
{
    public static string Of(SessionFields fields, IStringLocalizer<Words> l) =>
        string.Join(", ", Enum.GetValues<SessionFields>().Where(f => f != SessionFields.None && fields.HasFlag(f)).Select(f => One(f, l)).Distinct());

    private static string One(SessionFields field, IStringLocalizer<Words> l) => field switch
    {
        SessionFields.Title => l["title"],
        SessionFields.Announcement => l["announcement"],
        SessionFields.Time => l["day and hour"],
        SessionFields.Duration => l["length"],
        SessionFields.Places => l["places"],
        SessionFields.RoomLink => l["room link"],
        SessionFields.StreamLink => l["stream link"],
        SessionFields.Address => l["address"],
        SessionFields.SpeakersToBeConfirmed => l["speakers to be confirmed"],
        SessionFields.Kind => l["kind"],
        _ => l["running order"],
    };
}
