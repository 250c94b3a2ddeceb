using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Sessions.ICalendar;
using Sessions.People;
using Sessions.Scheduling;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>What the reader of a calendar entry sees.</summary>
internal sealed class InvitationEvent(SiteOptions site, RsvpAddress rsvp, IStringLocalizer<InvitationEvent> words)
{
    public Event Of(Invited invited, CalendarEntry entry, InvitationMessage message)
    {
        var zone = SessionClock.Zone(invited.Session.When.Zone);
        var isHeld = message.Tells.State == SlotState.Held;
        return new()
        {
            Uid = entry.Uid,
            Sequence = message.Tells.Sequence,
            Stamp = message.Tells.Dtstamp,
            Time = new EventTime.Exact(message.Tells.Start.InZone(zone), message.Tells.End.InZone(zone)),
            Summary = SessionTitle.Of(invited.Session, words),
            Description = isHeld ? Description(invited, rsvp.IsRead(entry)) : null,
            Location = isHeld ? Location(invited) : null,
            Url = new(site.Link(SessionTitle.Path(invited.Session))),
            Conference = isHeld && invited.Session.Place.IsOnline ? new(invited.Link) : null,
            Organizer = new(site.Name, entry.Organizer),
            Attendee = new(invited.Person.Name, invited.Person.Address!, invited.Role, entry.Answer, rsvp.IsRead(entry)),
            Status = message.Status,
        };
    }

    /// <summary>Of everything but the numbers and the hours.</summary>
    /// <param name="entry">Null is a new one.</param>
    public string Hash(Invited invited, CalendarEntry? entry)
    {
        var text = string.Join('\n', SessionTitle.Of(invited.Session, words), Description(invited, rsvp.IsRead(entry)), Location(invited), invited.Person.Name, invited.Role);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private string Description(Invited invited, bool isRead) => string.Join("\n\n", ((string?[])
    [
        words[invited.Role == Role.Chair ? "Your page for this talk: {0}" : "Your joining link: {0}", invited.Link].Value,
        invited.Session.Announcement,
        words["The session's page: {0}", site.Link(SessionTitle.Path(invited.Session))].Value,
        invited.Role == Role.Chair ? null : (isRead
            ? words["Cannot come? Decline in your calendar, or open the personal link in your mail: the next person on the list gets your place."]
            : words["To leave, open the personal link in your mail: an answer from the calendar reaches nobody."]).Value,
    ]).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Location(Invited invited)
    {
        var place = invited.Session.Place;
        return (place.IsOnline, place.Address) switch
        {
            (false, { } address) => address,
            (true, { } address) => $"{address}, {invited.Link}",
            _ => invited.Link,
        };
    }
}
