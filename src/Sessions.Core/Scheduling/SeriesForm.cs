using NodaTime;

namespace Sessions.Scheduling;

/// <summary>A series as a host fills it in.</summary>
/// <param name="Slug">Part of the address; made from the name when empty. Only read when the series is new.</param>
/// <param name="Rule">RRULE, or null for plain dates.</param>
/// <param name="Capacity">Null is no limit.</param>
/// <param name="Hue">0 to 359 degrees.</param>
public sealed record SeriesForm(
    string? Name,
    string? Hashtag,
    string? Aim,
    string Zone,
    string? Rule,
    LocalDate? RuleFrom,
    LocalTime LocalStart,
    int DurationMinutes,
    int? Capacity,
    Venue Venue,
    int Hue,
    string? Slug = null)
{
    /// <summary>RDATE: days beside the rule.</summary>
    public DateList ExtraDates { get; init; } = DateList.None;

    /// <summary>EXDATE: days of the rule that are left out.</summary>
    public DateList SkippedDates { get; init; } = DateList.None;

    /// <summary>Of public holidays (ISO 3166); null is none.</summary>
    public string? Region { get; init; }

    /// <summary>What the fields held before anything was typed: then only what was typed is changed, and somebody else's change of another field stays. Null changes all of them.</summary>
    public SeriesForm? Shown { get; init; }

    /// <summary>What was typed, over what is kept now.</summary>
    internal SeriesForm Over(SeriesForm kept)
    {
        if (Shown is not { } shown) return this;
        return new(Pick(Name, shown.Name, kept.Name), Pick(Hashtag, shown.Hashtag, kept.Hashtag), Pick(Aim, shown.Aim, kept.Aim), Pick(Zone, shown.Zone, kept.Zone),
            Pick(Rule, shown.Rule, kept.Rule), Pick(RuleFrom, shown.RuleFrom, kept.RuleFrom), Pick(LocalStart, shown.LocalStart, kept.LocalStart),
            Pick(DurationMinutes, shown.DurationMinutes, kept.DurationMinutes), Pick(Capacity, shown.Capacity, kept.Capacity),
            new(Pick(Venue.RoomLink, shown.Venue.RoomLink, kept.Venue.RoomLink), Pick(Venue.StreamLink, shown.Venue.StreamLink, kept.Venue.StreamLink), Pick(Venue.Address, shown.Venue.Address, kept.Venue.Address)),
            Pick(Hue, shown.Hue, kept.Hue), Slug)
        {
            ExtraDates = Pick(ExtraDates, shown.ExtraDates, kept.ExtraDates),
            SkippedDates = Pick(SkippedDates, shown.SkippedDates, kept.SkippedDates),
            Region = Pick(Region, shown.Region, kept.Region),
            Terms = new(Pick(Terms.OfferHours, shown.Terms.OfferHours, kept.Terms.OfferHours), Pick(Terms.ReminderHours, shown.Terms.ReminderHours, kept.Terms.ReminderHours),
                Pick(Terms.FollowUpHours, shown.Terms.FollowUpHours, kept.Terms.FollowUpHours), Pick(Terms.KeepMonths, shown.Terms.KeepMonths, kept.Terms.KeepMonths),
                Pick(Terms.CallMinutes, shown.Terms.CallMinutes, kept.Terms.CallMinutes), Pick(Terms.TakesProposals, shown.Terms.TakesProposals, kept.Terms.TakesProposals)),
            Dues = new(Pick(Dues.Answer, shown.Dues.Answer, kept.Dues.Answer), Pick(Dues.Title, shown.Dues.Title, kept.Dues.Title), Pick(Dues.About, shown.Dues.About, kept.Dues.About),
                Pick(Dues.Consent, shown.Dues.Consent, kept.Dues.Consent), Pick(Dues.Slides, shown.Dues.Slides, kept.Dues.Slides)),
        };
    }

    private static T Pick<T>(T typed, T shown, T kept) => EqualityComparer<T>.Default.Equals(typed, shown) ? kept : typed;

    public SignUpTerms Terms { get; init; } = new();

    public SpeakerDues Dues { get; init; } = SpeakerDues.Default;

    internal static SeriesForm Of(Series s) => new(s.Name, s.Hashtag, s.Aim, s.Zone, s.Rule, s.RuleFrom, s.LocalStart, s.DurationMinutes, s.Capacity, s.Venue, s.Hue, s.Slug)
    {
        ExtraDates = s.ExtraDates,
        SkippedDates = s.SkippedDates,
        Region = s.Region,
        Terms = s.Terms,
        Dues = s.Dues,
    };
}

/// <summary>Why a series can't be saved as it stands.</summary>
public enum SeriesRefusal
{
    NotAllowed = 1,
    NameMissing = 2,
    NameTooLong = 3,
    ZoneUnknown = 4,
    RuleUnreadable = 5,
    DurationOutOfRange = 6,
    CapacityOutOfRange = 7,
    SlugTaken = 8,
    SlugUnreadable = 9,
    LinkNotHttp = 10,
    NotFound = 11,
    AddressTooLong = 12,

    /// <summary>More than <see cref="DateList.Most"/>.</summary>
    TooManyDates = 13,
    RegionUnknown = 14,
    NoteTooLong = 15,

    /// <summary>More than <see cref="SignUpTerms.MostHours"/>, or below zero.</summary>
    HoursOutOfRange = 17,
    MonthsOutOfRange = 18,
    StateUnknown = 16,

    /// <summary>More than <see cref="SignUpTerms.MostCallMinutes"/>, or below zero.</summary>
    CallOutOfRange = 19,

    /// <summary>More than <see cref="SpeakerDues.Most"/>, or below zero.</summary>
    DuesOutOfRange = 20,
}
