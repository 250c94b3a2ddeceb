using NodaTime;

namespace Sessions.Scheduling;

/// <summary>How full a session is, as public pages say it: a rush changes it three times, not a thousand.</summary>
public enum PlacesBand
{
    Places = 0,
    LastPlaces = 1,
    WaitingList = 2,
}

/// <summary>One occurrence of a series.</summary>
internal sealed class Session
{
    public const int LongestTitle = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    public Series? Series { get; init; }

    /// <summary>Unique in the series, never reused; given at publishing where the series counts.</summary>
    public int? Number { get; set; }

    /// <summary>Part of the public address; unique in the series, permanent.</summary>
    public required string Slug { get; init; }

    public string? Title { get; set; }

    public string? Theme { get; set; }

    public SessionKind Kind { get; set; }

    /// <summary>Set by hand for this session, whatever the plan says.</summary>
    public SessionFields Edited { get; set; }

    public required SessionTime When { get; set; }

    /// <summary>Keeps <see cref="SessionTime.SortDate"/> where the database can order by it.</summary>
    public LocalDate? SortDate { get; private set; }

    public int DurationMinutes { get; set; } = 60;

    /// <summary>Null is no limit.</summary>
    public int? Capacity { get; set; }

    public Venue OwnVenue { get; set; } = Venue.Unknown;

    /// <summary>Before the hour; the write-up comes after it.</summary>
    public string? Announcement { get; set; }

    public bool SpeakersToBeConfirmed { get; set; }

    public Instant? PublishedAt { get; set; }

    public Instant? CancelledAt { get; private set; }

    public Guid? CancelledById { get; private set; }

    public string? CancelledBecause { get; private set; }

    public Instant? MovedAt { get; private set; }

    /// <summary>The hour that was told before; null when a move was taken back, or changed the length alone.</summary>
    public LocalDateTime? MovedFrom { get; private set; }

    /// <summary>SEQUENCE of the session's entry in public feeds.</summary>
    public int Moves { get; private set; }

    /// <summary>The last change of what calendars show; whoever edits sets it. Feeds take their DTSTAMP from it.</summary>
    public Instant? ChangedAt { get; set; }

    public int Confirmed { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>Places kept for somebody who is asked whether they want one.</summary>
    public int Offered { get; private set; }

    /// <summary>The last number given to a registration here: commit order, not clock order.</summary>
    public long LastOrder { get; private set; }

    /// <summary>Places kept for people who come to every session, until each of them has entered.</summary>
    public int Held { get; private set; }

    /// <summary>The next number kept for them.</summary>
    public long HeldOrder { get; private set; }

    /// <summary>The notice that told the followers of the series; null while none did.</summary>
    public Guid? AnnouncedIn { get; set; }

    /// <summary>When its people were reminded: once, wherever it moves later.</summary>
    public Instant? RemindedAt { get; set; }

    /// <summary>When its people were told what became of it.</summary>
    public Instant? FollowedUpAt { get; set; }

    /// <summary>"I used this" of readers, those that the hosts counted.</summary>
    public int ReportedUses { get; set; }

    public PlacesBand Band { get; private set; }

    /// <summary>Rises with each change a host would see; sign-ups are none.</summary>
    public int Revision { get; private set; } = 1;

    public Instant CreatedAt { get; init; }

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>Where it takes place; needs its series loaded.</summary>
    public Venue Place => Series!.Venue.With(OwnVenue);

    /// <summary>Places that anybody may have; null is no limit, below zero once the limit was lowered.</summary>
    public int? Free => Capacity - Confirmed - Offered - Held;

    public bool IsFull => Free <= 0;

    public long NextOrder() => ++LastOrder;

    /// <summary>Keeps places, and numbers in the order, ahead of everybody who signs up from now on.</summary>
    public void Hold(int people)
    {
        (Held, HeldOrder) = (people, LastOrder + 1);
        LastOrder += people;
    }

    public long NextHeld()
    {
        // More than were counted when the places were kept: at the end of the line like anybody.
        if (Held == 0) return NextOrder();
        Held--;
        return HeldOrder++;
    }

    public void LetGo() => Held = 0;

    /// <summary>Sets the time for the first time.</summary>
    public Session At(SessionTime when)
    {
        (When, SortDate) = (when, when.SortDate);
        return this;
    }

    /// <param name="isStillUntold">Nobody was told of the last move yet: then this one starts where that one did, and going back there undoes both.</param>
    public void Move(SessionTime when, Instant now, bool isStillUntold = false)
    {
        var from = isStillUntold && MovedFrom is not null ? MovedFrom : Local(When);
        MovedFrom = from == Local(when) ? null : from;
        MovedAt = ChangedAt = now;
        Moves++;
        At(when);
    }

    public void Cancel(Guid by, string? because, Instant now) =>
        (CancelledAt, CancelledById, CancelledBecause, ChangedAt) = (now, by, because, now);

    /// <summary>Takes back a change that nobody was told of yet; what was changed once more since then stays.</summary>
    /// <param name="after">What the change had made of it.</param>
    /// <returns>Whether it is whole as it was.</returns>
    public bool GoBack(SessionImage before, SessionImage after, Instant now)
    {
        if (SessionImage.Of(this) != after) return false;
        (Title, Announcement, Number, Kind, Edited) = (before.Title, before.Announcement, before.Number, before.Kind, before.Edited);
        (DurationMinutes, Capacity, OwnVenue, SpeakersToBeConfirmed) = (before.Minutes, before.Capacity, before.OwnVenue, before.SpeakersToBeConfirmed);
        (MovedFrom, MovedAt, ChangedAt) = (before.MovedFrom, before.MovedAt, now);
        (CancelledAt, CancelledById, CancelledBecause) = (before.Cancelled?.At, before.Cancelled?.By, before.Cancelled?.Because);
        // Public feeds may have told the hour that is taken back.
        if (When != before.When) Moves++;
        At(before.When);
        SetBand();
        return true;
    }

    /// <summary>Called for every registration that gains or loses a place, an offer or a seat in the line.</summary>
    public void Count(int confirmed, int waiting, int offered = 0)
    {
        Confirmed += confirmed;
        Waiting += waiting;
        Offered += offered;
        SetBand();
    }

    private static LocalDateTime? Local(SessionTime when) => when is { Date: { } date, LocalStart: { } time } ? date + time : null;

    public void SetBand() => Band = Capacity switch
    {
        null => PlacesBand.Places,
        { } places when Confirmed + Offered >= places => PlacesBand.WaitingList,
        { } places when Confirmed + Offered >= places - Math.Max(3, places / 10) => PlacesBand.LastPlaces,
        _ => PlacesBand.Places,
    };
}
