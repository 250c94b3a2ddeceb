using System.Linq.Expressions;
using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>A session as feeds show it: a feed of hundreds reads no more of each.</summary>
/// <param name="Stamp">Its last change.</param>
internal sealed record FeedSession(Guid Id, string Slug, int? Number, string? Title, SessionTime When, string? Announcement, Venue OwnVenue,
    int Moves, bool IsCancelled, Instant Stamp)
{
    public static readonly Expression<Func<Session, FeedSession>> Of = s => new FeedSession(s.Id, s.Slug, s.Number, s.Title,
        // Column by column: for a whole complex property EF makes the whole entity.
        new SessionTime(s.When.Precision, s.When.Date, s.When.LastDate, s.When.LocalStart, s.When.Zone, s.When.Start, s.When.End),
        s.Announcement, new Venue(null, s.OwnVenue.StreamLink, s.OwnVenue.Address), s.Moves, s.CancelledAt != null,
        s.ChangedAt ?? s.PublishedAt ?? s.CreatedAt);

    public static readonly Func<Session, FeedSession> From = Of.Compile();
}

internal sealed record FeedSeries(Guid Id, string Slug, string Name, Venue Venue)
{
    public static FeedSeries From(Series series) => new(series.Id, series.Slug, series.Name, series.Venue);
}
