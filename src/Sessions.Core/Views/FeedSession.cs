using System.Linq.Expressions;
using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>A session as feeds show it: a feed of hundreds reads no more of each.</summary>
/// <param name="Start">Null for whole days.</param>
/// <param name="Stamp">Its last change.</param>
internal sealed record FeedSession(Guid Id, string Slug, int? Number, string? Title, LocalDate? Date, LocalDate? LastDate, string Zone, Instant? Start, Instant? End,
    string? Announcement, string? StreamLink, string? Address, int Moves, bool IsCancelled, Instant Stamp, SessionKind Kind)
{
    // Column by column: for a whole complex property EF makes the whole entity.
    public static readonly Expression<Func<Session, FeedSession>> Of = s => new FeedSession(s.Id, s.Slug, s.Number, s.Title,
        s.When.Date, s.When.LastDate, s.When.Zone, s.When.Start, s.When.End,
        s.Announcement, s.OwnVenue.StreamLink, s.OwnVenue.Address, s.Moves, s.CancelledAt != null,
        s.ChangedAt ?? s.PublishedAt ?? s.CreatedAt, s.Kind);

    public static readonly Func<Session, FeedSession> From = Of.Compile();

    /// <summary>By day; the same again for the same sessions.</summary>
    public static int InOrder(FeedSession a, FeedSession b) =>
        Nullable.Compare(a.Date, b.Date) is not 0 and var byDay ? byDay : a.Id.CompareTo(b.Id);
}

internal sealed record FeedSeries(Guid Id, string Slug, string Name, string? StreamLink, string? Address)
{
    public static FeedSeries From(Series series) => new(series.Id, series.Slug, series.Name, series.Venue.StreamLink, series.Venue.Address);
}
