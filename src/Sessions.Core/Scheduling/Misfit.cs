using NodaTime;

namespace Sessions.Scheduling;

/// <summary>What becomes of a planned session that the new plan does not name.</summary>
public enum MisfitChoice
{
    /// <summary>Where it is; it remembers that its hour is its own.</summary>
    Keep = 0,

    /// <summary>To <see cref="Misfit.Nearest"/>.</summary>
    Move = 1,
    Cancel = 2,
}

/// <summary>A planned session that a new plan does not name.</summary>
/// <param name="Nearest">The closest date of the new plan that no other session has; null where there is none.</param>
/// <param name="IsByHand">A host had set its hour for itself.</param>
/// <param name="People">With a place or in the line.</param>
public sealed record Misfit(Guid SessionId, int? Number, string? Title, SessionTime When, SessionTime? Nearest, bool IsByHand, int People);

/// <summary>Compares planned sessions with a plan.</summary>
internal static class Misfits
{
    /// <summary>A new date may lie so far behind the last planned one.</summary>
    private const int DaysBeyond = 366;

    /// <param name="ahead">Sessions to come with an hour, soonest first.</param>
    /// <param name="minutes">Of a session, where it has no length of its own.</param>
    public static IReadOnlyList<(Session Session, SessionTime? Nearest)> Of(IReadOnlyList<Session> ahead, RecurrencePlan plan, int minutes, Instant now)
    {
        if (ahead.Count == 0) return [];
        if (!plan.NamesDates)
        {
            return [.. ahead.Where(s => s.When != At(plan, s.When.Date!.Value + plan.Start, s, minutes))
                .Select(s => (s, Future(At(plan, s.When.Date!.Value + plan.Start, s, minutes), now)))];
        }

        var today = SessionClock.Today(now, plan.Zone);
        var free = plan.Between(today, ahead[^1].When.Date!.Value.PlusDays(DaysBeyond)).Where(local => SessionClock.InZone(local, plan.Zone) > now).ToHashSet();
        var unfit = ahead.Where(s => !(s.When.Zone == plan.Zone && Length(s, minutes) == s.DurationMinutes && free.Remove(s.When.Date!.Value + s.When.LocalStart!.Value))).ToList();
        var misfits = new List<(Session, SessionTime?)>(unfit.Count);
        foreach (var session in unfit)
        {
            var here = session.When.Date!.Value + session.When.LocalStart!.Value;
            LocalDateTime? nearest = free.Count == 0 ? null : free.MinBy(local => (Away(local, here), local));
            if (nearest is { } taken) free.Remove(taken);
            misfits.Add((session, nearest is { } to ? At(plan, to, session, minutes) : null));
        }
        return misfits;
    }

    public static int Length(Session session, int minutes) => session.Edited.HasFlag(SessionFields.Duration) ? session.DurationMinutes : minutes;

    private static SessionTime At(RecurrencePlan plan, LocalDateTime local, Session session, int minutes) => SessionTime.Exact(local, plan.Zone, Length(session, minutes));

    private static SessionTime? Future(SessionTime when, Instant now) => when.Start > now ? when : null;

    private static long Away(LocalDateTime one, LocalDateTime other) => Math.Abs(Period.Between(one, other, PeriodUnits.Seconds).Seconds);
}
