using Microsoft.Extensions.Localization;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Scheduling.Sheets;

namespace Sessions.Views;

/// <summary>Sessions as entries of a feed. Their stamps come from the session's last change, so that an unchanged feed is the same octet for octet.</summary>
internal sealed class SessionEvents(SiteOptions site, IStringLocalizer<SessionEvents> words)
{
    /// <param name="name">Null is the reader's own feed.</param>
    public BuiltFeed Feed(string? name, IReadOnlyList<Event> events) =>
        new(new Calendar { Method = Method.Publish, Name = name ?? words["{0}: my sessions", site.Name], Events = events },
            events.Count == 0 ? null : events.Max(e => e.Stamp));

    /// <summary>For anyone: no room, no joining link, and it makes nobody busy.</summary>
    public Event Public(FeedSession session, FeedSeries series)
    {
        var venue = Venue(session, series);
        return Of(session, series) with { Location = venue.Address ?? venue.StreamLink, Description = session.Announcement, Transparent = true };
    }

    public Event Own(FeedSession session, FeedSeries series, bool isWaiting, string joinToken)
    {
        var link = site.Link($"/join/{joinToken}");
        var entry = Of(session, series) with
        {
            Location = Venue(session, series).Address ?? link,
            Conference = new(link),
            Description = isWaiting ? words["You are on the waiting list. {0}", link].Value : words["Your joining link: {0}", link].Value,
        };
        return isWaiting && !session.IsCancelled ? entry with { Status = EventStatus.Tentative, Transparent = true } : entry;
    }

    /// <summary>For a host to carry elsewhere: each session under the UID of the public feed, with what import reads again. Without a day there is no entry.</summary>
    public Calendar Sheet(Series series, IReadOnlyList<SheetSession> sessions) => new()
    {
        Method = Method.Publish,
        Name = series.Name,
        Events = [.. sessions.Where(s => s.Record.When.Precision is Precision.Exact or Precision.Days).Select(s => Of(FeedSession.From(s.Session), FeedSeries.From(series)) with
        {
            Url = null,
            LastModified = null,
            Summary = s.Record.Title ?? SessionTitle.Of(null, s.Record.Number, series.Name, words),
            Location = s.Record.Venue.Address,
            Description = s.Record.Announcement,
            Extensions = SessionsIcs.Extensions(s.Record),
        })],
    };

    private Event Of(FeedSession session, FeedSeries series) => new()
    {
        Uid = $"{session.Id}@{site.PublicUrl.Host}",
        Sequence = session.Moves + (session.IsCancelled ? 1 : 0),
        Stamp = session.Stamp,
        LastModified = session.Stamp,
        Time = Time(session),
        Summary = SessionTitle.Of(session.Title, session.Number, series.Name, words),
        Url = new(site.Link(SessionTitle.Path(series.Slug, session.Slug))),
        Category = session.Kind == SessionKind.Session ? null : words[SessionKindWords.Of(session.Kind)].Value,
        Status = session.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
    };

    private static Venue Venue(FeedSession session, FeedSeries series) =>
        new Venue(null, series.StreamLink, series.Address).With(new(null, session.StreamLink, session.Address));

    private static EventTime Time(FeedSession session)
    {
        if (session is not { Start: { } start, End: { } end }) return new EventTime.WholeDays(session.Date!.Value, session.LastDate!.Value);
        var zone = SessionClock.Zone(session.Zone);
        return new EventTime.Exact(start.InZone(zone), end.InZone(zone));
    }
}
