using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>Another session of the series.</summary>
public sealed record DateChoice(Guid Id, int? Number, string? Title, SessionTime When);

/// <summary>Another day on which a speaker would come.</summary>
/// <param name="Sessions">Soonest first; empty where none of them fits.</param>
/// <param name="Note">In their own words.</param>
public sealed record OtherDateFacts(IReadOnlyList<DateChoice> Sessions, string? Note, Instant At);
