using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A partner or sponsor as a host fills it in.</summary>
/// <param name="From">First day; null is from the start.</param>
/// <param name="To">Last day; null is until further notice.</param>
public sealed record PartnerForm(PartnerKind Kind, string? Name, string? Url, string? What, LocalDate? From, LocalDate? To);

public enum PartnerRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    NameMissing = 3,
    TooLong = 4,
    NotALink = 5,
    DatesReversed = 6,
    TooMany = 7,
    KindUnknown = 8,
}
