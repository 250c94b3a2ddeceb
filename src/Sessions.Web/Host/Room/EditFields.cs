using System.Globalization;
using Sessions.Scheduling;
using Sessions.Views;
using Sessions.Workflows;

namespace Sessions.Web.Host.Room;

/// <summary>A session's own fields as filled in: what was typed is kept, also where it can't be read.</summary>
public sealed class EditFields
{
    public string? Title { get; set; }

    public string? Announcement { get; set; }

    public SessionKind Kind { get; set; }

    public string? Number { get; set; }

    public string? Places { get; set; }

    public string? Room { get; set; }

    public string? Stream { get; set; }

    public string? Address { get; set; }

    /// <summary>The page says "speakers to be confirmed".</summary>
    public bool IsOpen { get; set; }

    public static EditFields Of(HostSessionFacts facts) => new()
    {
        Title = facts.Session.Title,
        Announcement = facts.Announcement,
        Kind = facts.Session.Kind,
        Number = TypedTime.Number(facts.Session.Number),
        Places = TypedTime.Number(facts.Session.Capacity),
        Room = facts.OwnVenue.RoomLink,
        Stream = facts.OwnVenue.StreamLink,
        Address = facts.OwnVenue.Address,
        IsOpen = facts.Session.SpeakersToBeConfirmed,
    };

    /// <summary>Which field can't be read as it stands; null for none.</summary>
    public string? Unreadable => !Reads(Number, out _) ? "number" : !Reads(Places, out _) ? "places" : null;

    /// <summary>Only when nothing is <see cref="Unreadable"/>.</summary>
    public SessionForm ToForm()
    {
        Reads(Number, out var number);
        Reads(Places, out var places);
        return new(Title, Announcement, number, places, new(Room, Stream, Address), IsOpen, Kind);
    }

    private static bool Reads(string? typed, out int? number)
    {
        var isEmpty = string.IsNullOrWhiteSpace(typed);
        var reads = int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = isEmpty ? null : value;
        return isEmpty || reads;
    }
}
