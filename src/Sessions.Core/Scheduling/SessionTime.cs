using NodaTime;

namespace Sessions.Scheduling;

/// <summary>How much is known of a session's time.</summary>
public enum Precision
{
    /// <summary>Nothing yet, or not on record.</summary>
    Unknown = 0,

    /// <summary>On or before <see cref="SessionTime.Date"/>.</summary>
    NotAfter = 1,

    /// <summary>The month of <see cref="SessionTime.Date"/>.</summary>
    Month = 2,

    /// <summary>Whole days, <see cref="SessionTime.Date"/> to <see cref="SessionTime.LastDate"/>.</summary>
    Days = 3,

    /// <summary>Local start and zone, and so the instants.</summary>
    Exact = 4,
}

/// <summary>When a session is, with its precision. Only exact times take sign-ups; exact ones and whole days stand in feeds.</summary>
/// <param name="Date">First day; for <see cref="Precision.Month"/> the month's first day.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="Start">UTC; set exactly when the precision is <see cref="Precision.Exact"/>.</param>
/// <param name="End">UTC; exclusive.</param>
public sealed record SessionTime(
    Precision Precision,
    LocalDate? Date,
    LocalDate? LastDate,
    LocalTime? LocalStart,
    string Zone,
    Instant? Start,
    Instant? End)
{
    /// <summary>What is planned as whole days lasts no longer; so calendars need not look further back.</summary>
    public const int MostDays = 31;

    public static SessionTime Exact(LocalDateTime start, string zone, int minutes)
    {
        var from = SessionClock.InZone(start, zone);
        return new(Precision.Exact, start.Date, start.Date, start.TimeOfDay, zone, from, from + Duration.FromMinutes(minutes));
    }

    public static SessionTime Days(LocalDate first, LocalDate last, string zone) =>
        new(Precision.Days, first, last, null, zone, null, null);

    public static SessionTime InMonth(YearMonth month, string zone) =>
        new(Precision.Month, month.OnDayOfMonth(1), null, null, zone, null, null);

    public static SessionTime NotAfter(LocalDate date, string zone) =>
        new(Precision.NotAfter, date, null, null, zone, null, null);

    public static SessionTime Unknown(string zone) => new(Precision.Unknown, null, null, null, zone, null, null);

    /// <summary>A whole-day or vaguer session is over when its last possible day is over in its zone.</summary>
    public Instant? OverAt => Precision switch
    {
        Precision.Exact => End,
        Precision.Days => SessionClock.EndOf(LastDate!.Value, Zone),
        Precision.Month => SessionClock.EndOf(Date!.Value.With(DateAdjusters.EndOfMonth), Zone),
        Precision.NotAfter => SessionClock.EndOf(Date!.Value, Zone),
        _ => null,
    };

    /// <summary>Known to the day at least: people can be asked to come.</summary>
    public bool IsDated => Precision is Precision.Exact or Precision.Days;

    /// <summary>Orders sessions in lists; a vague time sorts at its latest day.</summary>
    public LocalDate? SortDate => Precision == Precision.Month ? Date!.Value.With(DateAdjusters.EndOfMonth) : Date;
}
