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
        ChangeRefusal.DaysOutOfRange => l["Whole days end on the first day or later, and last {0} days at most.", Scheduling.SessionTime.MostDays],
        ChangeRefusal.HourIsTold => l["People have this hour in their calendars, and places need one. Choose another hour, or cancel the session."],
        ChangeRefusal.IsPublic => l["It is public: cancel it instead, so that its page says what became of it."],
        ChangeRefusal.HasFiles => l["Files lie with it. Remove them first, under “Recording and resources”."],
        ChangeRefusal.NothingWaits => l["Nothing of it waits any more: it was told, or is within the minute."],
        ChangeRefusal.TooFar => l["That year is too far ahead."],
        ChangeRefusal.Over => l["This session is over; nothing about its time can change."],
        _ => l["There is no such session in your series."],
    };

    /// <summary>The id of the field, and what is wrong with it.</summary>
    public static (string Field, string Sentence) Of(SessionRefusal refusal, string? title, IStringLocalizer<Words> l) => refusal switch
    {
        SessionRefusal.TooLong => title?.Length > 300 ? ("title", l["The title is too long: 300 characters fit."]) : ("announcement", l["The announcement is too long: 20,000 characters fit."]),
        SessionRefusal.CapacityOutOfRange => ("places", l["That number of places is out of range."]),
        SessionRefusal.NumberTaken => ("number", l["Another session of the series has this number."]),
        SessionRefusal.NumberOutOfRange => ("number", l["That number is out of range."]),
        SessionRefusal.LinkNotHttp => ("room", l["A link begins with https://"]),
        SessionRefusal.KindUnknown => ("kind", l["Choose a kind from the list."]),
        SessionRefusal.AddressTooLong => ("address", l["The address is too long: 500 characters fit."]),
        _ => ("title", l["There is no such session in your series."]),
    };
}
