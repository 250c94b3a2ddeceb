using NodaTime;

namespace Sessions.People;

/// <summary>One address, or a speaker's name without one.</summary>
internal sealed class Person
{
    public const int LongestName = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Canonical form of the address; unique where set.</summary>
    public string? Address { get; set; }

    public string? Name { get; set; }

    /// <summary>Of the public page of a speaker; given with the first appearance and kept for ever.</summary>
    public string? Slug { get; set; }

    /// <summary>Role and organisation in one line.</summary>
    public string? Line { get; set; }

    public string? Bio { get; set; }

    /// <summary>Web addresses, one a line.</summary>
    public string? Links { get; set; }

    /// <summary>Said in public beside the name, as "she/her".</summary>
    public string? Pronouns { get; set; }

    /// <summary>How the name is spoken; for whoever says it aloud, never in public.</summary>
    public string? NameSaid { get; set; }

    /// <summary>Named in <see cref="Line"/> as well, which is what everybody reads.</summary>
    public string? Organisation { get; set; }

    /// <summary>Wants a page of their own with their talks. Without an address nobody could be asked: then the hosts decide, by naming them.</summary>
    public bool ShowsPage { get; set; }

    /// <summary>Part of the address of their photo, other for another one; null without one.</summary>
    public string? PhotoTag { get; set; }

    /// <summary>Part of every standing link of this person: raising it revokes them all.</summary>
    public int LinkGeneration { get; set; }

    /// <summary>Rises with every change of this person's registrations, so that an unchanged feed is not built.</summary>
    public long CalendarVersion { get; set; }

    /// <summary>When this address first answered: a link followed by POST.</summary>
    public Instant? ProvenAt { get; set; }

    /// <summary>"This was not me": no mail goes to this address any more.</summary>
    public Instant? BlockedAt { get; set; }

    /// <summary>An admin shut this person out of the console; what they registered for is not touched.</summary>
    public Instant? DisabledAt { get; set; }

    /// <summary>Reminders and announcements are not wanted; changes of a place still reach this address.</summary>
    public Instant? NewsStoppedAt { get; set; }

    /// <summary>A mail to this address came back for good; null again once it answers.</summary>
    public Instant? BouncedAt { get; set; }

    /// <summary>This address leads to another person from now on: they are one.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Nobody any more: stands in rows that count, in the stead of a person who was forgotten.</summary>
    public Instant? ForgottenAt { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>With a number that says nothing, not even when it was made.</summary>
    public static Person Nobody(Instant now) => new() { Id = Guid.NewGuid(), ForgottenAt = now, CreatedAt = now };

    /// <summary>They opened a link by POST, or answered a mail: the address is theirs, and mail arrives there.</summary>
    public void Answered(Instant now) => (ProvenAt, BouncedAt) = (ProvenAt ?? now, null);

    /// <summary>A name as typed into a form, fit to keep; null where nothing is left.</summary>
    public static string? Named(string? typed) => TypedText.Line(typed) is { } line ? TypedText.Cut(line, LongestName) : null;

    /// <summary>What to call somebody in a mail or a list.</summary>
    public string DisplayName => Name ?? Address ?? "";
}
