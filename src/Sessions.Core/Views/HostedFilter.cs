using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>How a session stands for its hosts.</summary>
public enum HostedState
{
    Draft = 1,
    Published = 2,
    Cancelled = 3,
}

/// <summary>Which sessions a calendar or a list of the console shows.</summary>
/// <param name="Series">Last part of its page's address; one that the reader has not leaves nothing.</param>
public sealed record HostedFilter(string? Series = null, SessionKind? Kind = null, HostedState? State = null)
{
    internal IQueryable<Session> In(IQueryable<Session> sessions)
    {
        if (Series is { } slug) sessions = sessions.Where(s => s.Series!.Slug == slug);
        if (Kind is { } kind) sessions = sessions.Where(s => s.Kind == kind);
        return State switch
        {
            HostedState.Draft => sessions.Where(s => s.PublishedAt == null && s.CancelledAt == null),
            HostedState.Published => sessions.Where(s => s.PublishedAt != null && s.CancelledAt == null),
            HostedState.Cancelled => sessions.Where(s => s.CancelledAt != null),
            _ => sessions,
        };
    }
}
