using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>What a speaker is asked for, in the order of asking.</summary>
public enum TalkItem
{
    Answer = 1,
    Title = 2,
    Abstract = 3,
    AboutYou = 4,
    Slides = 5,
    ConsentAndLicence = 6,
}

/// <summary>As much as must be known of a talk to say what is still missing.</summary>
/// <param name="HasSlides">Any file or link was handed in.</param>
public sealed record HandedIn(AppearanceState State, string? Title, string? Abstract, string? Bio, bool HasSlides, bool MayPublish, string? Licence, AppearanceRole Role = AppearanceRole.Speaker);

/// <summary>The one answer to "what is still missing", for the speaker's page and for the console.</summary>
public static class Missing
{
    /// <summary>How many things a speaker is asked for.</summary>
    public const int Asked = 6;

    private const int DaysBefore = 2;

    /// <summary>Nothing is missing of a talk that was declined; who brings none owes an answer alone.</summary>
    public static IReadOnlyList<TalkItem> Of(HandedIn talk) => talk.State == AppearanceState.Declined
        ? []
        : talk.Role != AppearanceRole.Speaker
        ? [.. If(talk.State != AppearanceState.Accepted, TalkItem.Answer)]
        :
        [
            .. If(talk.State != AppearanceState.Accepted, TalkItem.Answer),
            .. If(string.IsNullOrWhiteSpace(talk.Title), TalkItem.Title),
            .. If(string.IsNullOrWhiteSpace(talk.Abstract), TalkItem.Abstract),
            .. If(string.IsNullOrWhiteSpace(talk.Bio), TalkItem.AboutYou),
            .. If(!talk.HasSlides, TalkItem.Slides),
            .. If(!talk.MayPublish || talk.Licence is null, TalkItem.ConsentAndLicence),
        ];

    public static int AskedOf(AppearanceRole role) => role == AppearanceRole.Speaker ? Asked : 1;

    /// <summary>Two days before the session, in its zone; null when that day is over or the session's day is not known.</summary>
    public static LocalDate? NeededBy(SessionTime when, Instant now)
    {
        if (!when.IsDated) return null;
        var day = when.Date!.Value.PlusDays(-DaysBefore);
        return day < now.InZone(SessionClock.Zone(when.Zone)).Date ? null : day;
    }

    private static IEnumerable<TalkItem> If(bool missing, TalkItem item) => missing ? [item] : [];
}
