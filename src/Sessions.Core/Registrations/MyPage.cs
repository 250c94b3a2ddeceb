using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>What one person is signed up for.</summary>
/// <param name="FeedToken">Of the personal calendar feed; opens nothing else.</param>
public sealed record MyPage(string Token, string Address, string FeedToken, bool WantsNews, IReadOnlyList<MyPlace> Coming, IReadOnlyList<MyPlace> Past)
{
    /// <summary>Series of which every session is theirs.</summary>
    public IReadOnlyList<MySeries> Standing { get; init; } = [];

    /// <summary>Series whose new dates they hear of.</summary>
    public IReadOnlyList<MySeries> Followed { get; init; } = [];
}

/// <param name="Id">Of the registration for the whole series, or of the following.</param>
public sealed record MySeries(Guid Id, string Slug, string Name);

/// <summary>Somebody who opened their personal page on this device before.</summary>
/// <param name="State">Their place in the session that was asked for; null for none, or without a session.</param>
/// <param name="IsStanding">Every session of the series is theirs.</param>
public sealed record KnownVisitor(string Token, string Address, RegistrationState? State, bool IsStanding, bool Follows)
{
    /// <summary>Opens what the hosts want to know about their place; null where that is nothing more.</summary>
    public string? QuestionsToken { get; init; }
}

/// <param name="InLine">Place in the waiting list, from 1.</param>
/// <param name="RoomOpens">UTC; null where the hour is not known.</param>
public sealed record MyPlace(Guid Id, string SeriesSlug, string SessionSlug, string Series, int? Number, string? Title, SessionTime When, bool IsCancelled,
    bool IsOver, RegistrationState State, int? InLine, string JoinToken, Instant? RoomOpens)
{
    /// <summary>When the entry comes to the calendar; null where it did.</summary>
    public Instant? EntryComesAt { get; init; }

    /// <summary>What the hosts want to know and was not answered yet.</summary>
    public int Questions { get; init; }

    /// <summary>Opens at the door, where there is one; null without a place there.</summary>
    public string? CheckInToken { get; init; }

    /// <summary>Where people meet in person; null where they don't.</summary>
    public string? Address { get; init; }

    /// <summary>Until when an offered place is kept.</summary>
    public Instant? OfferEndsAt { get; init; }
}

/// <param name="HasRoom">A private room link is known; the page never shows it.</param>
public sealed record JoinPage(string Token, MyPlace Place, RoomHours Hours, Instant Now, bool HasRoom, string? StreamLink, string? Address);
