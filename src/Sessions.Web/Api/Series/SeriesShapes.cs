using NodaTime;
using Sessions.Scheduling;
using Sessions.Web.Api.Sessions;
using Sessions.Workflows;

namespace Sessions.Web.Api.Series;

/// <param name="Name">At most 200 characters.</param>
/// <param name="Zone">IANA name, like Europe/London.</param>
/// <param name="Rule">RRULE (RFC 5545 3.3.10); null for plain dates.</param>
/// <param name="RuleFrom">First day the rule counts from.</param>
/// <param name="LocalStart">In the zone; 12:00 where none is sent.</param>
/// <param name="Minutes">Length of a session; 60 where none is sent.</param>
/// <param name="Capacity">Places in each session; null is no limit.</param>
/// <param name="Hue">Accent colour, 0 to 359 degrees of oklch; 168 where none is sent.</param>
/// <param name="ExtraDates">Days beside the rule; at most 100.</param>
/// <param name="SkippedDates">Days of the rule on which nothing takes place; at most 100.</param>
/// <param name="Region">Whose public holidays are warned of (ISO 3166), like GB or GB-SCT.</param>
/// <param name="Terms">What the series does by itself with those who sign up.</param>
/// <param name="Dues">Days before a session by which each thing of its speakers is needed.</param>
/// <param name="Slug">Last part of the page's address; only read when the series is new, and made from the name where none is sent.</param>
/// <param name="Planned">Of a series that is there: what becomes of planned sessions that the new plan does not name, by their ids; those left out are kept.</param>
/// <param name="GivePlaces">Sessions whose places nobody set by hand get the new number.</param>
/// <param name="Because">Told to everybody in a session that is cancelled; may be left out.</param>
internal sealed record SeriesInput(string? Name, string? Zone, string? Hashtag = null, string? Aim = null, string? Rule = null, DateOnly? RuleFrom = null,
    TimeOnly? LocalStart = null, int? Minutes = null, int? Capacity = null, VenueShape? Venue = null, int? Hue = null, string? Slug = null,
    IReadOnlyList<DateOnly>? ExtraDates = null, IReadOnlyList<DateOnly>? SkippedDates = null, string? Region = null, TermsShape? Terms = null, DuesShape? Dues = null,
    IReadOnlyDictionary<Guid, MisfitChoice>? Planned = null, bool GivePlaces = false, string? Because = null)
{
    public SeriesForm ToForm() => new(Name, Hashtag, Aim, Zone ?? "", Rule, RuleFrom is { } from ? LocalDate.FromDateOnly(from) : null,
        LocalStart is { } start ? LocalTime.FromTimeOnly(start) : new(12, 0), Minutes ?? 60, Capacity, (Venue ?? VenueShape.None).ToVenue(), Hue ?? 168, Slug)
    {
        ExtraDates = Days(ExtraDates),
        SkippedDates = Days(SkippedDates),
        Region = Region,
        Terms = (Terms ?? new()).ToTerms(),
        Dues = (Dues ?? new()).ToDues(),
    };

    public PlannedChoices ToChoices() => new(Planned ?? PlannedChoices.KeepAll.ById, GivePlaces, Because);

    private static DateList Days(IReadOnlyList<DateOnly>? days) => DateList.Of((days ?? []).Select(LocalDate.FromDateOnly));
}

/// <param name="OfferHours">How long a freed place is offered to the first in the line; 0 gives it at once.</param>
/// <param name="ReminderHours">Before a session; 0 reminds nobody.</param>
/// <param name="FollowUpHours">After a session, or once its recording is up; 0 sends nothing.</param>
/// <param name="KeepMonths">After somebody's last session of the series they are forgotten in it; 1 to 120.</param>
/// <param name="CallMinutes">How long before the start speakers are expected; 0 to 240.</param>
/// <param name="TakesProposals">Anybody may offer the series a talk or suggest a topic.</param>
internal sealed record TermsShape(int OfferHours = 24, int ReminderHours = 24, int FollowUpHours = 48, int KeepMonths = 12, int CallMinutes = 15, bool TakesProposals = true)
{
    public SignUpTerms ToTerms() => new(OfferHours, ReminderHours, FollowUpHours, KeepMonths, CallMinutes, TakesProposals);

    public static TermsShape Of(SignUpTerms t) => new(t.OfferHours, t.ReminderHours, t.FollowUpHours, t.KeepMonths, t.CallMinutes, t.TakesProposals);
}

/// <summary>Days before a session, 0 to 90.</summary>
/// <param name="About">Abstract, bio and photo.</param>
/// <param name="Consent">To publish, with a licence.</param>
internal sealed record DuesShape(int Answer = 28, int Title = 21, int About = 14, int Consent = 7, int Slides = 2)
{
    public Scheduling.SpeakerDues ToDues() => new(Answer, Title, About, Consent, Slides);

    public static DuesShape Of(Scheduling.SpeakerDues d) => new(d.Answer, d.Title, d.About, d.Consent, d.Slides);
}

/// <param name="RoomLink">Private: shown to people with a place alone.</param>
/// <param name="StreamLink">Open to anybody.</param>
/// <param name="Address">A postal address or the name of a place.</param>
internal sealed record VenueShape(string? RoomLink = null, string? StreamLink = null, string? Address = null)
{
    public static readonly VenueShape None = new();

    public Venue ToVenue() => new(RoomLink, StreamLink, Address);

    public static VenueShape Of(Venue venue) => new(venue.RoomLink, venue.StreamLink, venue.Address);
}

/// <param name="Path">Of its public page.</param>
/// <param name="NextStart">UTC; of the next session that has an hour.</param>
internal sealed record SeriesRow(Guid Id, string Slug, string Name, string Path, string Zone, string? Rule, bool IsSample, int Sessions, DateTimeOffset? NextStart)
{
    public static SeriesRow Of(SeriesLine s) => new(s.Id, s.Slug, s.Name, $"/series/{s.Slug}", s.Zone, s.Rule, s.IsSample, s.Sessions, s.Next?.ToDateTimeOffset());
}

/// <inheritdoc cref="SeriesInput" />
internal sealed record SeriesShape(Guid Id, string Slug, string Path, string? Name, string? Hashtag, string? Aim, string Zone, string? Rule, DateOnly? RuleFrom,
    TimeOnly LocalStart, int Minutes, int? Capacity, VenueShape Venue, int Hue, IReadOnlyList<DateOnly> ExtraDates, IReadOnlyList<DateOnly> SkippedDates, string? Region, TermsShape Terms, DuesShape Dues)
{
    public static SeriesShape Of(SeriesToEdit series) => Of(series.Id, series.Slug, series.Form);

    private static SeriesShape Of(Guid id, string slug, SeriesForm f) => new(id, slug, $"/series/{slug}", f.Name, f.Hashtag, f.Aim, f.Zone, f.Rule, f.RuleFrom?.ToDateOnly(),
        f.LocalStart.ToTimeOnly(), f.DurationMinutes, f.Capacity, VenueShape.Of(f.Venue), f.Hue,
        [.. f.ExtraDates.Select(d => d.ToDateOnly())], [.. f.SkippedDates.Select(d => d.ToDateOnly())], f.Region, TermsShape.Of(f.Terms), DuesShape.Of(f.Dues));
}

/// <summary>What a change of a series does.</summary>
/// <param name="Misfits">Planned sessions that the new plan does not name, soonest first.</param>
internal sealed record SeriesChangeShape(IReadOnlyList<MisfitShape> Misfits, ChangeShape Change)
{
    public static SeriesChangeShape Of(SeriesChange c) => new([.. c.Misfits.Select(MisfitShape.Of)], ChangeShape.Of(c.Result));
}

/// <param name="Nearest">The closest date of the new plan that no other session has; null where there is none.</param>
/// <param name="IsByHand">A host had set its hour for itself.</param>
/// <param name="People">With a place or in the line.</param>
internal sealed record MisfitShape(Guid SessionId, TimeShape When, TimeShape? Nearest, bool IsByHand, int People)
{
    public static MisfitShape Of(Misfit m) => new(m.SessionId, TimeShape.Of(m.When), m.Nearest is { } to ? TimeShape.Of(to) : null, m.IsByHand, m.People);
}

/// <param name="Note">Stands on the page, and in the mails of what is cancelled; may be left out.</param>
/// <param name="CancelPlanned">Also cancels every session that is planned; false lets them take place.</param>
internal sealed record SeriesStateInput(SeriesStateKind State, string? Note = null, bool CancelPlanned = false)
{
    public SeriesState ToState() => new(State, Note, CancelPlanned);
}

/// <param name="Kind">What the minutes are for.</param>
/// <param name="Title">Null shows what the kind is called, or the talk's title.</param>
/// <param name="AppearanceId">Somebody on this session's programme; a template names nobody.</param>
internal sealed record OrderItem(RunningOrderKind Kind, int Minutes, string? Title = null, Guid? AppearanceId = null);

/// <param name="Minutes">Length of the session, or of the series' usual one; read only.</param>
internal sealed record OrderShape(IReadOnlyList<OrderItem?>? Items, int? Minutes = null)
{
    public IReadOnlyList<RunningOrderLine> ToLines() => [.. (Items ?? []).OfType<OrderItem>().Select(i => new RunningOrderLine(i.Kind, i.Minutes, i.Title, i.AppearanceId))];

    public static OrderShape Of(IEnumerable<RunningOrderLine> lines, int minutes) => new([.. lines.Select(l => new OrderItem(l.Kind, l.Minutes, l.Title, l.AppearanceId))], minutes);
}
