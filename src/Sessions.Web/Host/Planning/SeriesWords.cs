using Sessions.Scheduling;

namespace Sessions.Web.Host.Planning;

/// <summary>Each refusal of a series form: the field it belongs to, and what to do.</summary>
public static class SeriesWords
{
    public static FieldProblem Of(SeriesRefusal refusal) => refusal switch
    {
        SeriesRefusal.NotAllowed => new("name", "You may not change this series. Ask one of its hosts."),
        SeriesRefusal.NameMissing => new("name", "Give the series a name"),
        SeriesRefusal.NameTooLong => new("name", "Shorten the text: a name has at most 200 characters, a hashtag 80, an aim 4,000"),
        SeriesRefusal.ZoneUnknown => new("zone", "Choose a time zone from the list, like Europe/London"),
        SeriesRefusal.RuleUnreadable => new("rule", "This rule can't be planned by. Choose another one."),
        SeriesRefusal.DurationOutOfRange => new("minutes", "Write the length in minutes, 5 to 1,440"),
        SeriesRefusal.MonthsOutOfRange => new("keep-months", "Write months as a number from 1 to 120"),
        SeriesRefusal.DuesOutOfRange => new("due-answer", "Write days as a number from 0 to 90"),
        SeriesRefusal.CallOutOfRange => new("call-minutes", "Write minutes as a number from 0 to 240"),
        SeriesRefusal.HoursOutOfRange => new("reminder-hours", "Write hours as a number from 0 to 336"),
        SeriesRefusal.CapacityOutOfRange => new("places", "Write the places as a number from 1 to 100,000, or leave it empty for no limit"),
        SeriesRefusal.SlugTaken => new("slug", "Another series has this address. Choose another one."),
        SeriesRefusal.SlugUnreadable => new("slug", "Give the series an address of letters from a to z and digits"),
        SeriesRefusal.LinkNotHttp => new("room-link", "Write links whole: they begin with https://"),
        SeriesRefusal.AddressTooLong => new("address", "Shorten the address: it has at most 500 characters"),
        SeriesRefusal.TooManyDates => new("extra-dates", "At most 100 dates fit here. A rule says more with less."),
        SeriesRefusal.RegionUnknown => new("region", "Choose a region from the list, or none"),
        SeriesRefusal.NoteTooLong => new("note", "Shorten the note: it has at most 1,000 characters"),
        SeriesRefusal.StateUnknown => new("state", "Choose whether the series runs, pauses or ends"),
        SeriesRefusal.NotFound => new("name", "This series is gone"),
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };
}
