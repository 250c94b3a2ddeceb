using NodaTime;
using Sessions.ICalendar;

namespace Sessions.Views;

/// <summary>A feed that somebody's calendar reads again and again.</summary>
/// <param name="Version">Equal means: nothing it says has changed. Counts within this process only.</param>
/// <param name="Build">Reads the sessions; call it only when the version is new.</param>
public sealed record CalendarFeed(string Key, string Version, Func<Task<BuiltFeed?>> Build);

/// <param name="ChangedAt">The last change of anything in it; null while it is empty.</param>
public sealed record BuiltFeed(Calendar Calendar, Instant? ChangedAt);
