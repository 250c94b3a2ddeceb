using NodaTime;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>What a speaker is asked for. The numbers stand in the database; <see cref="Missing.InOrder"/> is the order of asking.</summary>
public enum TalkItem
{
    Answer = 1,
    Title = 2,
    Abstract = 3,
    AboutYou = 4,
    Slides = 5,
    ConsentAndLicence = 6,
    Photo = 7,
}

/// <summary>As much as must be known of a talk to say what is still missing.</summary>
/// <param name="HasSlides">Any file or link was handed in.</param>
public sealed record HandedIn(AppearanceState State, string? Title, string? Abstract, string? Bio, bool HasSlides, bool MayPublish, string? Licence, AppearanceRole Role = AppearanceRole.Speaker)
{
    public bool HasPhoto { get; init; }

    public ExcusedItems Excused { get; init; }

    /// <summary>When they were asked: nothing is due a moment later.</summary>
    public Instant? Since { get; init; }

    public SpeakerDues Dues { get; init; } = SpeakerDues.Default;

    internal static HandedIn Of(Appearance appearance, Person person, bool hasSlides, SpeakerDues? dues = null) => new(appearance.State, appearance.Talk.Title, appearance.Talk.Abstract, person.Bio, hasSlides,
        appearance.Talk.PublishConsentAt is not null, appearance.Talk.Licence, appearance.Role)
    { HasPhoto = person.PhotoTag is not null, Excused = appearance.Excused, Since = appearance.AskedAt ?? appearance.CreatedAt, Dues = dues ?? SpeakerDues.Default };
}

/// <summary>The one answer to "what is still missing, and by when", for the speaker's page, the mails and the console.</summary>
public static class Missing
{
    /// <summary>The order of asking.</summary>
    public static readonly IReadOnlyList<TalkItem> InOrder =
        [TalkItem.Answer, TalkItem.Title, TalkItem.Abstract, TalkItem.AboutYou, TalkItem.Photo, TalkItem.ConsentAndLicence, TalkItem.Slides];

    /// <summary>How many things a speaker is asked for.</summary>
    public static int Asked => InOrder.Count;

    /// <summary>Who brings no talk owes an answer alone.</summary>
    public static IReadOnlyList<TalkItem> AskedOf(AppearanceRole role) => role == AppearanceRole.Speaker ? InOrder : [TalkItem.Answer];

    /// <summary>Nothing is missing of a talk that was declined, nor what a host excused.</summary>
    public static IReadOnlyList<TalkItem> Of(HandedIn talk) => talk.State == AppearanceState.Declined
        ? []
        : [.. AskedOf(talk.Role).Where(item => !IsHere(talk, item) && !talk.Excused.Holds(item))];

    /// <summary>Everything that is asked of them, with its state and its day.</summary>
    public static IReadOnlyList<ItemLine> Checklist(HandedIn talk, SessionTime when, Instant now)
    {
        var missing = Of(talk).ToHashSet();
        var (isOver, today) = (when.OverAt <= now, now.InZone(SessionClock.Zone(when.Zone)).Date);
        return [.. AskedOf(talk.Role).Select(item => Line(item, isOver ? null : DueDates.Of(item, when, talk.Since, talk.Dues)))];

        ItemLine Line(TalkItem item, LocalDate? due) => new(item, missing.Contains(item)
            ? due < today ? ItemState.Overdue : ItemState.Missing
            : IsHere(talk, item) ? ItemState.Here : ItemState.Excused, due);
    }

    private static bool IsHere(HandedIn talk, TalkItem item) => item switch
    {
        TalkItem.Answer => talk.State == AppearanceState.Accepted,
        TalkItem.Title => !string.IsNullOrWhiteSpace(talk.Title),
        TalkItem.Abstract => !string.IsNullOrWhiteSpace(talk.Abstract),
        TalkItem.AboutYou => !string.IsNullOrWhiteSpace(talk.Bio),
        TalkItem.Photo => talk.HasPhoto,
        TalkItem.Slides => talk.HasSlides,
        _ => talk is { MayPublish: true, Licence: not null },
    };
}
