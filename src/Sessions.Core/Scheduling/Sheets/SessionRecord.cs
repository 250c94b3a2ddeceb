using NodaTime;

namespace Sessions.Scheduling.Sheets;

/// <summary>A session as files carry it from program to program: what happened or is planned, and nothing that belongs to one site alone.</summary>
public sealed record SessionRecord(SessionTime When)
{
    public int? Number { get; init; }

    public string? Title { get; init; }

    public SessionKind Kind { get; init; }

    public string? Announcement { get; init; }

    /// <summary>In the order of the programme.</summary>
    public IReadOnlyList<LineSpeaker> Speakers { get; init; } = [];

    /// <summary>What differs from the series. No file carries a private room out.</summary>
    public Venue Venue { get; init; } = Venue.Unknown;

    /// <summary>A link.</summary>
    public string? Recording { get; init; }

    /// <summary>A link.</summary>
    public string? WriteUp { get; init; }

    public bool IsCancelled { get; init; }

    public string? CancelledBecause { get; init; }

    /// <summary>Null where there is no hour.</summary>
    public int? Minutes => When is { Start: { } start, End: { } end } ? (int)(end - start).TotalMinutes : null;
}

/// <summary>The formats that sessions come and go in.</summary>
public enum SheetFormat
{
    Csv = 1,
    Json = 2,
    Ics = 3,
}

/// <summary>What a row leaves open.</summary>
/// <param name="Zone">IANA name; of the series.</param>
/// <param name="Minutes">Of an hour without a length.</param>
/// <param name="Endless">The last day of repeating events without an end.</param>
public sealed record SheetDefaults(string Zone, int Minutes, LocalDate Endless);
