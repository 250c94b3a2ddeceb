using Microsoft.Extensions.Localization;
using Sessions.Scheduling;

namespace Sessions.Web.Host.Room;

/// <summary>One part of a running order as it stands in the fields.</summary>
public sealed class OrderFields
{
    public RunningOrderKind Kind { get; set; }

    /// <summary>Null while nothing is typed.</summary>
    public int? Minutes { get; set; }

    public string? Title { get; set; }

    /// <summary>Id of an appearance, or empty.</summary>
    public string? Person { get; set; }

    public static List<OrderFields> Of(IEnumerable<RunningOrderLine> lines) =>
        [.. lines.Select(l => new OrderFields { Kind = l.Kind, Minutes = l.Minutes, Title = l.Title, Person = l.AppearanceId?.ToString() })];

    public RunningOrderLine ToLine() => new(Kind, Minutes ?? 0, string.IsNullOrWhiteSpace(Title) ? null : Title, Guid.TryParse(Person, out var id) ? id : null);

    public static string Words(RunningOrderRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        RunningOrderRefusal.TooMany => l["That are too many parts: {0} at most.", RunningOrderRules.MostItems],
        RunningOrderRefusal.MinutesOutOfRange => l["Each part takes from 1 to {0} minutes.", RunningOrderRules.MostMinutes],
        RunningOrderRefusal.TitleTooLong => l["A title has at most {0} characters.", RunningOrderRules.LongestTitle],
        RunningOrderRefusal.SpeakerUnknown => l["Somebody named here is not on the programme any more. Choose again."],
        RunningOrderRefusal.NoTemplate => l["The series has no template yet."],
        _ => l["It is not there any more, or not yours to change."],
    };
}
