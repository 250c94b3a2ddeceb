using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>Which sessions take sign-ups: published, with an exact time, not cancelled, not begun.</summary>
internal static class SignUpRule
{
    public static RegistrationRefusal? Refuses(Session? session, Instant now) => session switch
    {
        null or { PublishedAt: null } or { Series.PublishedAt: null } => RegistrationRefusal.NotYetPublished,
        { IsCancelled: true } => RegistrationRefusal.Cancelled,
        { When.OverAt: { } over } when now >= over => RegistrationRefusal.Closed,
        { When.Start: null } => RegistrationRefusal.NoExactTime,
        { When.Start: { } start } when now >= start => RegistrationRefusal.Closed,
        _ => null,
    };
}
