using NodaTime;

namespace Sessions.Speakers;

/// <summary>Another day on which a speaker would come.</summary>
/// <param name="Sessions">Ids of sessions to come of the same series, in one line; empty where none of them fits.</param>
/// <param name="Note">In their own words.</param>
internal sealed record OtherDate(string Sessions, string? Note, Instant At)
{
    public const int MostSessions = 6;

    public const int LongestNote = 500;

    public static OtherDate Of(IEnumerable<Guid> sessions, string? note, Instant at) => new(string.Join(' ', sessions), note, at);

    public IReadOnlyList<Guid> Ids => [.. Sessions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}
