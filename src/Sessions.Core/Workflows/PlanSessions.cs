using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>Ten dates on one screen: many sessions and the mails to their speakers in one save.</summary>
public sealed class PlanSessions
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PlanSessions(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Runs the very same act without saving it: what it shows is what a save writes.</summary>
    public Task<Answer<PlanResult, PlanRefusal>> Preview(Actor who, Plan plan) => _database.Rehearse(db => Act(db, who, plan));

    /// <summary>All or nothing: every session of the plan, its programme, and the mails owed.</summary>
    public Task<Answer<PlanResult, PlanRefusal>> Save(Actor who, Plan plan) =>
        _database.Write(db => Act(db, who, plan), RowLocks.Series(plan.SeriesId));

    /// <summary>The draft that a saved plan takes away.</summary>
    public static string DraftForm(Guid seriesId) => $"plan:{seriesId}";

    private async Task<Answer<PlanResult, PlanRefusal>> Act(SessionsDb db, Actor who, Plan plan)
    {
        if (!who.May(People.Act.PlanSessions, plan.SeriesId)) return PlanRefusal.NotAllowed;
        if (plan.Sessions.Count == 0) return PlanRefusal.Empty;
        if (plan.Sessions.Count > SessionLines.MaxLines) return PlanRefusal.TooMany;
        if (Check(plan) is { } no) return no;
        var series = await db.Series.FirstOrDefaultAsync(s => s.Id == plan.SeriesId);
        if (series is null) return PlanRefusal.NotFound;
        if (series.State != SeriesStateKind.Running) return PlanRefusal.NotRunning;
        var now = _time.Now();
        var slugs = (await db.Sessions.Where(s => s.SeriesId == series.Id).Select(s => s.Slug).ToListAsync()).ToHashSet();
        var numbers = (await db.Sessions.Where(s => s.SeriesId == series.Id && s.Number != null).Select(s => s.Number!.Value).ToListAsync()).ToHashSet();
        var number = plan.FirstNumber;
        if (number is { } first && Enumerable.Range(first, plan.Sessions.Count).Any(numbers.Contains)) return PlanRefusal.NumberTaken;
        var made = new List<Guid>();
        var byPlan = new PlannedDates(series, [.. plan.Sessions.Select(s => s.Start.Date)]);
        var template = await RunningOrderRows.Template(db, series.Id);
        foreach (var planned in plan.Sessions.OrderBy(s => s.Start))
        {
            var session = Make(series, plan, planned, number, slugs, now);
            session.Edited = byPlan.Differs(session);
            db.Add(session);
            made.Add(session.Id);
            RunningOrderRows.Add(db, series.Id, session.Id, template);
            foreach (var speaker in planned.Speakers) await ProgrammeWriter.Add(db, session, speaker, now);
            await StandingWriter.Open(db, session, now);
            await AnnouncementWriter.Note(db, session, now);
            number++;
        }
        await FormDraftRows.Forget(db, who.PersonId, DraftForm(series.Id));
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = series.Id, Text = $"Planned {plan.Sessions.Count} sessions" });
        return new PlanResult(made, OwedHere.In(db)) { Later = await HeardLaterRows.Of(db, [.. db.Sessions.Local.Where(s => made.Contains(s.Id))]) };
    }

    private static PlanRefusal? Check(Plan plan) => plan switch
    {
        { Zone: var zone } when !SessionClock.Knows(zone) => PlanRefusal.ZoneUnknown,
        { Capacity: < 1 or > SeriesRules.MostPlaces } => PlanRefusal.CapacityOutOfRange,
        { FirstNumber: < 1 or > SeriesRules.HighestNumber } => PlanRefusal.NumberOutOfRange,
        { Sessions: var sessions } when sessions.Any(s => s.Minutes is < 1 or > SeriesRules.MostMinutes) => PlanRefusal.DurationOutOfRange,
        { Sessions: var sessions } when sessions.Any(s => s.LastDate is { } last && Period.DaysBetween(s.Start.Date, last) is < 0 or >= SessionTime.MostDays) => PlanRefusal.DaysOutOfRange,
        { Sessions: var sessions } when sessions.Any(s => s.Start.Year > SessionClock.LastYear) => PlanRefusal.TooFar,
        { Sessions: var sessions } when sessions.Any(s => s.Title?.Length > Session.LongestTitle || s.Speakers.Any(p => p.Name?.Length > Person.LongestName)) => PlanRefusal.TooLong,
        _ => null,
    };

    private static Session Make(Series series, Plan plan, PlannedSession planned, int? number, HashSet<string> slugs, Instant now)
    {
        var when = planned.LastDate is { } last ? SessionTime.Days(planned.Start.Date, last, plan.Zone) : SessionTime.Exact(planned.Start, plan.Zone, planned.Minutes);
        var words = Slug.From($"{number} {planned.Title}");
        var slug = Slug.Free(words.Length > 0 ? words : $"{planned.Start.Date:yyyy-MM-dd}", slugs.Contains);
        slugs.Add(slug);
        return new Session
        {
            SeriesId = series.Id,
            Series = series,
            Slug = slug,
            Number = number,
            Title = TypedText.Line(planned.Title),
            Kind = plan.Kind,
            When = when,
            DurationMinutes = planned.Minutes,
            Capacity = plan.Capacity,
            PublishedAt = plan.Publish ? now : null,
            CreatedAt = now,
        }.At(when);
    }
}

/// <param name="Zone">IANA name.</param>
/// <param name="Capacity">Places in each; null is no limit.</param>
/// <param name="FirstNumber">Of the earliest session; null gives no numbers.</param>
/// <param name="Publish">Public at once, and speakers with an address are asked.</param>
public sealed record Plan(Guid SeriesId, string Zone, int? Capacity, int? FirstNumber, bool Publish, IReadOnlyList<PlannedSession> Sessions)
{
    /// <summary>Of all of them.</summary>
    public SessionKind Kind { get; init; } = SessionKind.Session;
}

/// <param name="Start">Local time in the plan's zone; of whole days the beginning of the first.</param>
public sealed record PlannedSession(LocalDateTime Start, int Minutes, string? Title, IReadOnlyList<LineSpeaker> Speakers)
{
    /// <summary>Whole days up to this one; null is an hour.</summary>
    public LocalDate? LastDate { get; init; }
}

/// <param name="Ids">In the order of their times; of a preview they name nothing.</param>
/// <param name="Mails">Exactly the rows that are, or would be, in the outbox.</param>
public sealed record PlanResult(IReadOnlyList<Guid> Ids, IReadOnlyList<OwedHere> Mails)
{
    public int Sessions => Ids.Count;

    public HeardLater Later { get; init; } = HeardLater.Nobody;
}

public enum PlanRefusal
{
    NotAllowed = 1,
    Empty = 2,
    TooMany = 3,
    ZoneUnknown = 4,
    NumberTaken = 5,
    NotFound = 6,
    CapacityOutOfRange = 7,
    NumberOutOfRange = 8,
    DurationOutOfRange = 9,

    /// <summary>A title or a name.</summary>
    TooLong = 10,

    /// <summary>Beyond <see cref="SessionClock.LastYear"/>.</summary>
    TooFar = 11,

    /// <summary>The series is paused or ended.</summary>
    NotRunning = 12,

    /// <summary>More than <see cref="SessionTime.MostDays"/> whole days, or none.</summary>
    DaysOutOfRange = 13,
}
