using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>What one person is signed up for.</summary>
/// <param name="FeedToken">Of the personal calendar feed; opens nothing else.</param>
public sealed record MyPage(string Token, string Address, string FeedToken, bool WantsNews, IReadOnlyList<MyPlace> Coming, IReadOnlyList<MyPlace> Past);

/// <param name="InLine">Place in the waiting list, from 1.</param>
/// <param name="RoomOpens">UTC; null where the hour is not known.</param>
public sealed record MyPlace(Guid Id, string SeriesSlug, string SessionSlug, string Series, int? Number, string? Title, SessionTime When, bool IsCancelled,
    bool IsOver, RegistrationState State, int? InLine, string JoinToken, Instant? RoomOpens);

/// <param name="HasRoom">A private room link is known; the page never shows it.</param>
public sealed record JoinPage(string Token, MyPlace Place, RoomHours Hours, Instant Now, bool HasRoom, string? StreamLink, string? Address);
