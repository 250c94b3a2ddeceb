using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Registrations;

/// <summary>How long a freed place is offered to the first in the line.</summary>
internal static class OfferRule
{
    /// <summary>So near to the start nobody is asked any more: the place is theirs at once.</summary>
    public static readonly Duration Straight = Duration.FromHours(6);

    /// <returns>Null gives the place without asking.</returns>
    public static Instant? EndsAt(Instant start, SignUpTerms terms, Instant now)
    {
        var left = start - Straight - now;
        if (terms.OfferHours == 0 || left <= Duration.Zero) return null;
        // Half of what is left at most, so that the one after them can be asked too.
        return now + Duration.Min(Duration.FromHours(terms.OfferHours), left / 2);
    }

    /// <summary>When somebody who has not answered is told that their time runs out; null where it is too short for that.</summary>
    public static Instant? RemindsAt(Instant now, Instant ends)
    {
        var at = ends - Duration.Min(Duration.FromHours(4), (ends - now) / 3);
        return at - now < Duration.FromMinutes(30) ? null : at;
    }
}
