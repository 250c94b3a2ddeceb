namespace Sessions.Invitations;

public enum WordingGroup
{
    EveryMail = 1,
    Places = 2,
    Around = 3,
    Changes = 4,
    WholeSeries = 5,
    Speakers = 6,
}

/// <summary>A place in the mails of a series that takes words of its hosts.</summary>
/// <param name="Key">The kind of mail, or what stands in every mail.</param>
/// <param name="Name">English: the key of the words shown.</param>
/// <param name="Placeholders">What may stand in braces there.</param>
public sealed record WordingSlot(string Key, WordingGroup Group, string Name, IReadOnlyList<string> Placeholders);

/// <summary>
/// All of them. Ours are the subject, the facts, the buttons and how to leave; mails that only put a calendar right,
/// private ones and those that hosts write themselves take none.
/// </summary>
public static class WordingSlots
{
    public const string Greeting = "greeting";
    public const string Closing = "closing";

    /// <summary>The mail after a session, to somebody who was not seen there.</summary>
    public const string Missed = "registration.follow-up.missed";

    private static readonly string[] OfSeries = [Placeholders.Name, Placeholders.Series, Placeholders.Hosts];
    private static readonly string[] OfSession = [.. OfSeries, Placeholders.Session, Placeholders.When, Placeholders.Place];
    private static readonly string[] OfOffer = [.. OfSession, Placeholders.Until];

    public static IReadOnlyList<WordingSlot> All { get; } =
    [
        new(Greeting, WordingGroup.EveryMail, "Greeting", OfSeries),
        new(Closing, WordingGroup.EveryMail, "Closing", OfSeries),
        new("registration.confirmed", WordingGroup.Places, "Confirmation", OfSession),
        new("registration.waitlisted", WordingGroup.Places, "Waiting list", OfSession),
        new("registration.offered", WordingGroup.Places, "Offer of a place", OfOffer),
        new("registration.offer-ends", WordingGroup.Places, "Offer about to end", OfOffer),
        new("registration.offer-lapsed", WordingGroup.Places, "Offer over", OfSession),
        new("registration.promoted", WordingGroup.Places, "A place came free", OfSession),
        new("registration.withdrawn", WordingGroup.Places, "Place given up", OfSession),
        new("registration.reminder", WordingGroup.Around, "Reminder", OfSession),
        new("registration.follow-up", WordingGroup.Around, "After the session", OfSession),
        new(Missed, WordingGroup.Around, "After a session they missed", OfSession),
        new("session.moved", WordingGroup.Changes, "New time", OfSession),
        new("session.cancelled", WordingGroup.Changes, "Cancellation", OfSession),
        new("talk.moved", WordingGroup.Changes, "A talk moved", OfSession),
        new("standing.confirmed", WordingGroup.WholeSeries, "In every session", OfSeries),
        new("registration.invited", WordingGroup.WholeSeries, "Invitation to a later session", OfSession),
        new("standing.left", WordingGroup.WholeSeries, "Series left", OfSeries),
        new("series.following", WordingGroup.WholeSeries, "Follows the series", OfSeries),
        new("series.announced", WordingGroup.WholeSeries, "New dates", OfSeries),
        new("speaker.asked", WordingGroup.Speakers, "Request to speak", OfSession),
        new("speaker.missing", WordingGroup.Speakers, "Still missing", OfSession),
        new("speaker.moved", WordingGroup.Speakers, "Talk moved", OfSession),
        new("speaker.released", WordingGroup.Speakers, "Off the programme", OfSession),
    ];

    /// <returns>Null when there is none of that name.</returns>
    public static WordingSlot? Find(string? key) => All.FirstOrDefault(slot => slot.Key == key);
}
