using Microsoft.Extensions.Localization;
using Sessions.ICalendar;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>Sessions as entries of a feed. Their stamps come from the session's last change, so that an unchanged feed is the same octet for octet.</summary>
internal sealed class SessionEvents(SiteOptions site, IStringLocalizer<SessionEvents> words)
{
    /// <param name="name">Null is the reader's own feed.</param>
    public BuiltFeed Feed(string? name, IEnumerable<(Session Session, Event Event)> sessions)
    {
        var all = sessions.ToList();
        return new(new Calendar { Method = Method.Publish, Name = name ?? words["{0}: my sessions", site.Name], Events = [.. all.Select(s => s.Event)] },
            all.Count == 0 ? null : all.Max(s => s.Event.Stamp));
    }

    /// <summary>For anyone: no room, no joining link, and it makes nobody busy.</summary>
    public Event Public(Session session)
    {
        var venue = session.Place;
        return Of(session) with { Location = venue.Address ?? venue.StreamLink, Description = session.Announcement, Transparent = true };
    }

    public Event Own(Session session, bool isWaiting, string joinToken)
    {
        var link = site.Link($"/join/{joinToken}");
        var entry = Of(session) with
        {
            Location = session.Place.Address ?? link,
            Conference = new(link),
            Description = isWaiting ? words["You are on the waiting list. {0}", link].Value : words["Your joining link: {0}", link].Value,
        };
        return isWaiting && !session.IsCancelled ? entry with { Status = EventStatus.Tentative, Transparent = true } : entry;
    }

    private Event Of(Session session)
    {
        var stamp = session.ChangedAt ?? session.PublishedAt ?? session.CreatedAt;
        return new()
        {
            Uid = $"{session.Id}@{site.PublicUrl.Host}",
            Sequence = session.Moves + (session.IsCancelled ? 1 : 0),
            Stamp = stamp,
            LastModified = stamp,
            Time = Time(session.When),
            Summary = SessionTitle.Of(session, words),
            Url = new(site.Link(SessionTitle.Path(session))),
            Status = session.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
    }

    private static EventTime Time(SessionTime when) => when switch
    {
        { Start: { } start, End: { } end } => new EventTime.Exact(start.InZone(SessionClock.Zone(when.Zone)), end.InZone(SessionClock.Zone(when.Zone))),
        _ => new EventTime.WholeDays(when.Date!.Value, when.LastDate!.Value),
    };
}
