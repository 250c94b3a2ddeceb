using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Web.Public;

namespace Sessions.Web.Host.Planning;

/// <summary>A partner or sponsor as it stands in the fields.</summary>
public sealed class PartnerFields
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    public PartnerKind Kind { get; set; } = PartnerKind.Partner;

    public string? Name { get; set; }

    public string? Url { get; set; }

    public string? What { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public static PartnerFields Of(PartnerToEdit partner) => new()
    {
        Id = partner.Id,
        Kind = partner.Form.Kind,
        Name = partner.Form.Name,
        Url = partner.Form.Url,
        What = partner.Form.What,
        From = partner.Form.From?.ToDateOnly(),
        To = partner.Form.To?.ToDateOnly(),
    };

    public PartnerForm ToForm() => new(Kind, Name, Url, What, Day(From), Day(To));

    public static string When(PartnerForm form, IStringLocalizer<Words> l) => form switch
    {
        { From: { } from, To: { } to } => l["{0} to {1}", Times.Day(from), Times.Day(to)],
        { From: { } from } => l["since {0}", Times.Day(from)],
        { To: { } to } => l["until {0}", Times.Day(to)],
        _ => l["always"],
    };

    public static string Words(PartnerRefusal refusal, IStringLocalizer<Words> l) => refusal switch
    {
        PartnerRefusal.NameMissing => l["Write the name."],
        PartnerRefusal.TooLong => l["The name or what it is for is too long."],
        PartnerRefusal.NotALink => l["Write a web address, like https://example.org"],
        PartnerRefusal.DatesReversed => l["The last day lies before the first."],
        PartnerRefusal.TooMany => l["The series names as many as it can."],
        _ => l["It is not there any more, or not yours to change."],
    };

    private static LocalDate? Day(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;
}
