using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>When the joining button leads into the room: a quarter of an hour before the start, to the end.</summary>
/// <param name="Opens">Null where the hour is not known yet.</param>
public sealed record RoomHours(Instant? Opens, Instant? Close)
{
    public static readonly Duration Before = Duration.FromMinutes(15);

    public static RoomHours Of(SessionTime when) => new(when.Start - Before, when.End);

    public bool AreOpen(Instant now) => now >= Opens && now < Close;
}
