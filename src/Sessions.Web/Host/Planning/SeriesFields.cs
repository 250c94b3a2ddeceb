using System.Globalization;
using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Web.Host.Planning;

/// <summary>The series form as filled in: what was typed is kept, also where it can't be read.</summary>
public sealed class SeriesFields
{
    public string? Name { get; set; }

    public string? Hashtag { get; set; }

    public string? Aim { get; set; }

    public string? Slug { get; set; }

    public string? Zone { get; set; }

    public string? Start { get; set; } = "12:00";

    public string? Minutes { get; set; } = "60";

    public string? Places { get; set; }

    public string? RoomLink { get; set; }

    public string? StreamLink { get; set; }

    public string? Address { get; set; }

    /// <summary>Whose public holidays are warned of; empty is none.</summary>
    public string? Region { get; set; }

    public string? OfferHours { get; set; } = "24";

    public string? ReminderHours { get; set; } = "24";

    public string? FollowUpHours { get; set; } = "48";

    public string? KeepMonths { get; set; } = "12";

    public string? CallMinutes { get; set; } = "15";

    public bool TakesProposals { get; set; } = true;

    public string? DueAnswer { get; set; } = "28";

    public string? DueTitle { get; set; } = "21";

    public string? DueAbout { get; set; } = "14";

    public string? DueConsent { get; set; } = "7";

    public string? DueSlides { get; set; } = "2";

    public int Hue { get; set; } = Accent.Named[0].Hue;

    public RuleFields Rule { get; init; } = new();

    public LocalTime? StartTime => PlanNumbers.Time(Start);

    public static SeriesFields Of(SeriesForm form) => new()
    {
        Name = form.Name,
        Hashtag = form.Hashtag,
        Aim = form.Aim,
        Slug = form.Slug,
        Zone = form.Zone,
        Start = PlanNumbers.Text(form.LocalStart),
        Minutes = form.DurationMinutes.ToString(CultureInfo.InvariantCulture),
        Places = form.Capacity?.ToString(CultureInfo.InvariantCulture),
        RoomLink = form.Venue.RoomLink,
        StreamLink = form.Venue.StreamLink,
        Address = form.Venue.Address,
        Hue = form.Hue,
        Region = form.Region,
        OfferHours = form.Terms.OfferHours.ToString(CultureInfo.InvariantCulture),
        ReminderHours = form.Terms.ReminderHours.ToString(CultureInfo.InvariantCulture),
        FollowUpHours = form.Terms.FollowUpHours.ToString(CultureInfo.InvariantCulture),
        KeepMonths = form.Terms.KeepMonths.ToString(CultureInfo.InvariantCulture),
        CallMinutes = form.Terms.CallMinutes.ToString(CultureInfo.InvariantCulture),
        TakesProposals = form.Terms.TakesProposals,
        DueAnswer = form.Dues.Answer.ToString(CultureInfo.InvariantCulture),
        DueTitle = form.Dues.Title.ToString(CultureInfo.InvariantCulture),
        DueAbout = form.Dues.About.ToString(CultureInfo.InvariantCulture),
        DueConsent = form.Dues.Consent.ToString(CultureInfo.InvariantCulture),
        DueSlides = form.Dues.Slides.ToString(CultureInfo.InvariantCulture),
        Rule = RuleFields.Of(RecurrencePlan.Of(form)),
    };

    /// <summary>What can't be read as it stands; the service decides on the rest.</summary>
    public IReadOnlyList<FieldProblem> Problems()
    {
        var problems = new List<FieldProblem>();
        void When(bool wrong, string field, SeriesRefusal refusal)
        {
            if (wrong) problems.Add(new(field, SeriesWords.Of(refusal).Sentence));
        }

        When(string.IsNullOrWhiteSpace(Name), "name", SeriesRefusal.NameMissing);
        When(!SessionClock.Knows(Zone), "zone", SeriesRefusal.ZoneUnknown);
        if (StartTime is null) problems.Add(new("start", "Write the start as hours and minutes, like 19:00"));
        When(PlanNumbers.Whole(Minutes) is null, "minutes", SeriesRefusal.DurationOutOfRange);
        if (!Rule.IsComplete) problems.Add(new("rule", "Complete the rule: a number of weeks or months, and a day"));
        if (Rule.FromIsWrong) problems.Add(new("rule-from", "Write the first date as a date"));
        if (DateList.Parse(Rule.Extra) is null) problems.Add(new("extra-dates", "Write days as 2027-03-14, with blanks between them"));
        if (DateList.Parse(Rule.Skipped) is null) problems.Add(new("skipped-dates", "Write days as 2027-03-14, with blanks between them"));
        When(!string.IsNullOrWhiteSpace(Places) && PlanNumbers.Whole(Places) is null, "places", SeriesRefusal.CapacityOutOfRange);
        foreach (var (id, hours) in new[] { ("offer-hours", OfferHours), ("reminder-hours", ReminderHours), ("follow-up-hours", FollowUpHours) })
            When(PlanNumbers.Whole(hours) is not (>= 0 and <= SignUpTerms.MostHours), id, SeriesRefusal.HoursOutOfRange);
        When(PlanNumbers.Whole(KeepMonths) is not (>= 1 and <= SignUpTerms.MostMonths), "keep-months", SeriesRefusal.MonthsOutOfRange);
        When(PlanNumbers.Whole(CallMinutes) is not (>= 0 and <= SignUpTerms.MostCallMinutes), "call-minutes", SeriesRefusal.CallOutOfRange);
        foreach (var (id, days) in new[] { ("due-answer", DueAnswer), ("due-title", DueTitle), ("due-about", DueAbout), ("due-consent", DueConsent), ("due-slides", DueSlides) })
            When(PlanNumbers.Whole(days) is not (>= 0 and <= SpeakerDues.Most), id, SeriesRefusal.DuesOutOfRange);
        return problems;
    }

    /// <summary>Only when there are no <see cref="Problems"/>.</summary>
    public SeriesForm ToForm() => new(Name, Hashtag, Aim, Zone!, Rule.RuleText, Rule.Kind == RuleKind.None ? null : Rule.FromDate, StartTime!.Value,
        PlanNumbers.Whole(Minutes)!.Value, PlanNumbers.Whole(Places), new(RoomLink, StreamLink, Address), Hue, Slug)
    {
        ExtraDates = Rule.ExtraDates,
        SkippedDates = Rule.SkippedDates,
        Region = string.IsNullOrWhiteSpace(Region) ? null : Region,
        Terms = new(PlanNumbers.Whole(OfferHours)!.Value, PlanNumbers.Whole(ReminderHours)!.Value, PlanNumbers.Whole(FollowUpHours)!.Value, PlanNumbers.Whole(KeepMonths)!.Value, PlanNumbers.Whole(CallMinutes)!.Value, TakesProposals),
        Dues = new(PlanNumbers.Whole(DueAnswer)!.Value, PlanNumbers.Whole(DueTitle)!.Value, PlanNumbers.Whole(DueAbout)!.Value, PlanNumbers.Whole(DueConsent)!.Value, PlanNumbers.Whole(DueSlides)!.Value),
    };
}
