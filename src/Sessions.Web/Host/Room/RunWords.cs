using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Web.Public;

namespace Sessions.Web.Host.Room;

/// <summary>What the run sheet says, in words that can be read at arm's length.</summary>
public static class RunWords
{
    /// <summary>Its own title, or what its kind is called.</summary>
    public static string Name(RunPart part, IStringLocalizer<Words> l) => part.Title ?? ProgrammeWords.Of(part.Kind, l);

    /// <summary>Whoever introduces them says it aloud: "Kim Example (she/her), say: …".</summary>
    public static string? Person(RunPart part, IStringLocalizer<Words> l) => part.Person is not { } name ? null
        : (part.Pronouns is { } pronouns ? $"{name} ({pronouns})" : name) + (part.NameSaid is { } said ? l[", say: {0}", said] : "");

    public static string Hour(Instant at, string zone) => at.InZone(SessionClock.Zone(zone)).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Minutes(int minutes, IStringLocalizer<Words> l) => minutes == 1 ? l["1 minute"] : l["{0} minutes", minutes];

    /// <summary>Of the part that is on.</summary>
    public static string Left(Duration left, IStringLocalizer<Words> l) => left.TotalMinutes switch
    {
        >= 1 => l["{0} left", Minutes((int)left.TotalMinutes, l)],
        >= 0 => l["less than a minute left"],
        > -1 => l["time is up"],
        var over => l["{0} over its time", Minutes((int)-over, l)],
    };

    /// <summary>Of the whole, with the look of its status.</summary>
    public static (string Look, string Words) Late(int minutes, IStringLocalizer<Words> l) => minutes switch
    {
        0 => ("good", l["on time"]),
        < 0 => ("good", l["{0} early", Minutes(-minutes, l)]),
        < 5 => ("wait", l["{0} late", Minutes(minutes, l)]),
        _ => ("bad", l["{0} late", Minutes(minutes, l)]),
    };

    public static string? State(RunState state, IStringLocalizer<Words> l) => state switch
    {
        RunState.Done => l["done"],
        RunState.Skipped => l["left out"],
        RunState.On => l["on now"],
        RunState.Next => l["next"],
        _ => default(string),
    };

    public static string Of(RunRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        RunRefusal.NotAllowed => l["Your role in this series does not reach that far. A host of the series can do it."],
        RunRefusal.Cancelled => l["This session is cancelled."],
        RunRefusal.NoExactTime => l["This session has no hour yet."],
        RunRefusal.TooEarly => l["The first part can begin an hour before the session, not earlier."],
        RunRefusal.Passed => l["Somebody was faster: a later part has begun."],
        _ => l["This part is not there any more."],
    };
}
