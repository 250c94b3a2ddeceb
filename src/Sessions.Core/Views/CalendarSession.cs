using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>A session as a calendar shows it: hundreds of them cost two questions and little memory.</summary>
public sealed record CalendarSession(
    Guid Id,
    string SeriesSlug,
    string SeriesName,
    int Hue,
    int? Number,
    string? Title,
    string? Theme,
    SessionKind Kind,
    SessionTime When,
    bool IsPublished,
    bool IsCancelled)
{
    public string DeskPath => $"/host/sessions/{Id}";

    public HostedState State => IsCancelled ? HostedState.Cancelled : IsPublished ? HostedState.Published : HostedState.Draft;
}
