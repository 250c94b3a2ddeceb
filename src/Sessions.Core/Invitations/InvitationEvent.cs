using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using NodaTime;
using Sessions.ICalendar;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;
using Role = Sessions.ICalendar.Role;

namespace Sessions.Invitations;

/// <summary>What the reader of a calendar entry sees.</summary>
internal sealed class InvitationEvent(SiteOptions site, RsvpAddress rsvp, StandingLinks links, IStringLocalizer<InvitationEvent> words)
{
    /// <param name="tells">What the calendar knows once it is read.</param>
    public Event Of(Invited invited, CalendarEntry entry, ToldSlot tells, EventStatus? status)
    {
        var zone = SessionClock.Zone(invited.Session.When.Zone);
        var isHeld = tells.State == SlotState.Held;
        return new()
        {
            Uid = entry.Uid,
            Sequence = tells.Sequence,
            Stamp = tells.Dtstamp,
            Time = new EventTime.Exact(tells.Start.InZone(zone), tells.End.InZone(zone)),
            Summary = SessionTitle.Of(invited.Session, words),
            Description = isHeld ? Description(invited, rsvp.IsRead(entry.Organizer)) : null,
            Location = isHeld ? Location(invited.Session.Place, invited.Link) : null,
            Url = new(site.Link(SessionTitle.Path(invited.Session))),
            Conference = isHeld && invited.Session.Place.IsOnline ? new(invited.Link) : null,
            Organizer = new(site.Name, entry.Organizer),
            Attendee = new(invited.Person.Name, invited.Person.Address!, invited.Role, entry.Answer, rsvp.IsRead(entry.Organizer)),
            Status = status,
            Occurrence = entry is { Occurrence: { } occurrence, Recurring: { } recurring } ? occurrence.InZone(SessionClock.Zone(recurring.Zone)) : null,
        };
    }

    /// <summary>The whole of a recurring entry, in the words of its series: those of a session come with its reminder.</summary>
    /// <param name="except">Dates of the rule without an occurrence.</param>
    public Event Of(Person person, Series series, RecurringEntry entry, IReadOnlyList<LocalDateTime> except) => Bare(person, series, entry) with
    {
        Rule = entry.Ending(),
        Except = except,
        Description = Description(person, series, rsvp.IsRead(entry.Organizer)),
        Location = Location(series.Venue, MyLink(person)),
        Conference = series.Venue.IsOnline ? new(MyLink(person)) : null,
        Status = EventStatus.Confirmed,
    };

    /// <summary>Takes all of it out of the calendar.</summary>
    public Event Gone(Person person, Series series, RecurringEntry entry) => Bare(person, series, entry) with { Status = entry.State == SlotState.Cancelled ? EventStatus.Cancelled : null };

    private Event Bare(Person person, Series series, RecurringEntry entry) => new()
    {
        Uid = entry.Uid,
        Sequence = entry.Sequence,
        Stamp = entry.Dtstamp,
        Time = EventTime.At(entry.Start, SessionClock.Zone(entry.Zone), Duration.FromMinutes(entry.Minutes)),
        Summary = series.Name,
        Url = new(site.Link($"/series/{series.Slug}")),
        Organizer = new(site.Name, entry.Organizer),
        Attendee = new(person.Name, person.Address!, Role.RequiredParticipant, entry.Answer, rsvp.IsRead(entry.Organizer)),
    };

    private string MyLink(Person person) => site.Link($"/my/{links.My(person)}");

    /// <summary>Of everything but the numbers and the hours.</summary>
    /// <param name="organizer">Null is that of a new entry.</param>
    public string Hash(Invited invited, string? organizer)
    {
        var text = string.Join('\n', SessionTitle.Of(invited.Session, words), Description(invited, rsvp.IsRead(organizer)), Location(invited.Session.Place, invited.Link), invited.Person.Name, invited.Role);
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

    private string Description(Person person, Series series, bool isRead) => string.Join("\n\n", ((string?[])
    [
        words["Your page, with the joining link of each session: {0}", MyLink(person)].Value,
        series.Aim,
        words["The series' page: {0}", site.Link($"/series/{series.Slug}")].Value,
        (isRead
            ? words["Cannot come to one? Decline that one in your calendar, or open your page: the next person on the list gets your place."]
            : words["To give up one of them, open your page: an answer from the calendar reaches nobody."]).Value,
    ]).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Location(Venue place, string link) => (place.IsOnline, place.Address) switch
    {
        (false, { } address) => address,
        (true, { } address) => $"{address}, {link}",
        _ => link,
    };
}
