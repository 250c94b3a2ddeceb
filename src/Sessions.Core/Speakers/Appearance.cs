using NodaTime;
using Sessions.People;

namespace Sessions.Speakers;

public enum AppearanceState
{
    /// <summary>On the programme; nobody was asked by mail (no address, or the past).</summary>
    Named = 0,
    Asked = 1,
    Accepted = 2,
    Declined = 3,
}

public enum AppearanceRole
{
    Speaker = 0,
    Chair = 1,

    /// <summary>Says the first words.</summary>
    Opener = 2,

    /// <summary>Runs the room.</summary>
    Producer = 3,
}

/// <summary>A person on the programme of one session, and the talk they bring.</summary>
internal sealed class Appearance
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; set; }

    public required Guid PersonId { get; set; }

    public Person? Person { get; init; }

    /// <summary>Order on the page, from 0.</summary>
    public required int Position { get; set; }

    public AppearanceRole Role { get; set; }

    /// <summary>Brings a talk, with title, slides and consent; the others are asked for a yes alone.</summary>
    public bool HasTalk => Role == AppearanceRole.Speaker;

    public AppearanceState State { get; private set; }

    public Instant? AskedAt { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public string? DeclinedBecause { get; private set; }

    /// <summary>Part of the speaker link: raising it revokes the link.</summary>
    public int LinkGeneration { get; set; }

    public Talk Talk { get; set; } = new();

    /// <summary>Role and organisation on that day, where it differs from the person's line of today.</summary>
    public string? Line { get; set; }

    /// <summary>Named in <see cref="Line"/> as well.</summary>
    public string? Organisation { get; set; }

    /// <summary>What the room needs for them, as a second microphone or step-free access; for hosts alone.</summary>
    public string? RoomNeeds { get; set; }

    /// <summary>They would come on another day; null once they answered.</summary>
    public OtherDate? OtherDate { get; private set; }

    /// <summary>The appearance of whoever brought them along; null where a host put them here.</summary>
    public Guid? InvitedById { get; set; }

    public Instant? SavedAt { get; set; }

    /// <summary>What a host said is not needed of them; who said so stands in the audit trail.</summary>
    public ExcusedItems Excused { get; set; }

    public Instant CreatedAt { get; init; }

    public bool IsOnProgramme => State != AppearanceState.Declined;

    /// <summary>Somebody who was asked and has not answered is not announced, and an address never stands in for a name.</summary>
    public static bool IsCertain(AppearanceState state, string? name) =>
        state is AppearanceState.Named or AppearanceState.Accepted && !string.IsNullOrWhiteSpace(name);

    public void Ask(Instant now) => (State, AskedAt, OtherDate) = (AppearanceState.Asked, now, null);

    public void Accept(Instant now) => (State, AnsweredAt, DeclinedBecause, OtherDate) = (AppearanceState.Accepted, now, null, null);

    public void Decline(string? because, Instant now) =>
        (State, AnsweredAt, DeclinedBecause, OtherDate) = (AppearanceState.Declined, now, because, null);

    /// <summary>Neither yes nor no: whoever had said yes is asked again by it.</summary>
    public void Propose(OtherDate other, Instant now) =>
        (State, AskedAt, AnsweredAt, DeclinedBecause, OtherDate) = (AppearanceState.Asked, AskedAt ?? now, now, null, other);

    /// <summary>The talk is where they wanted it, or a host said no to that.</summary>
    public void ForgetOtherDate() => OtherDate = null;
}
