using NodaTime;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Registrations;

public enum RegistrationState
{
    Confirmed = 1,
    Waitlisted = 2,
    Withdrawn = 3,

    /// <summary>A place is kept until they say yes, or their time is over.</summary>
    Offered = 4,
}

/// <summary>One person's place, or seat in the line, in one session.</summary>
internal sealed class Registration
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public required Guid PersonId { get; set; }

    public Person? Person { get; init; }

    /// <summary>Number of the sentence of <see cref="SignUpPurpose"/> that they signed up under.</summary>
    public int Purpose { get; init; } = SignUpPurpose.Current;

    /// <summary>The registration for the whole series that brought or holds this place; null for a sign-up of its own.</summary>
    public Guid? StandingId { get; set; }

    public RegistrationState State { get; private set; }

    /// <summary>Commit order within the session; decides who is promoted.</summary>
    public long Order { get; private set; }

    /// <summary>Rises with each change of state; part of the outbox keys.</summary>
    public int Revision { get; private set; }

    public Instant StateSince { get; private set; }

    public Instant CreatedAt { get; init; }

    /// <summary>When the joining button was first pressed.</summary>
    public Instant? JoinedAt { get; set; }

    /// <summary>When a host ticked that they came.</summary>
    public Instant? TickedAt { get; set; }

    /// <summary>Seen in the session, by whichever of the two.</summary>
    public Instant? CameAt => JoinedAt ?? TickedAt;

    /// <summary>Until when the place is kept for an answer; null where none is asked.</summary>
    public Instant? OfferEndsAt { get; private set; }

    /// <summary>Why a host offered it out of turn.</summary>
    public string? OfferedBecause { get; private set; }

    public bool IsActive => State is not (RegistrationState.Withdrawn or default(RegistrationState));

    /// <summary>Takes a place where there is one and nobody waits for it, else the end of the line.</summary>
    public void Enter(Session session, Instant now)
    {
        Order = session.NextOrder();
        if (session.IsFull || session.Waiting > 0) Become(RegistrationState.Waitlisted, session, now);
        else Become(RegistrationState.Confirmed, session, now);
    }

    /// <summary>With the place and the number that were kept for whoever joined the series in time.</summary>
    public void EnterHeld(Session session, Instant now)
    {
        Order = session.NextHeld();
        Become(session.Capacity is { } places && session.Confirmed + session.Offered >= places ? RegistrationState.Waitlisted : RegistrationState.Confirmed, session, now);
    }

    public void Offer(Session session, Instant until, Instant now, string? because = null)
    {
        Become(RegistrationState.Offered, session, now);
        (OfferEndsAt, OfferedBecause) = (until, because ?? OfferedBecause);
    }

    public void Promote(Session session, Instant now) => Become(RegistrationState.Confirmed, session, now);

    public void Withdraw(Session session, Instant now) => Become(RegistrationState.Withdrawn, session, now);

    private void Become(RegistrationState state, Session session, Instant now)
    {
        session.Count(Is(state, RegistrationState.Confirmed) - Is(State, RegistrationState.Confirmed),
            Is(state, RegistrationState.Waitlisted) - Is(State, RegistrationState.Waitlisted),
            Is(state, RegistrationState.Offered) - Is(State, RegistrationState.Offered));
        (State, OfferEndsAt) = (state, null);
        StateSince = now;
        Revision++;
    }

    private static int Is(RegistrationState state, RegistrationState wanted) => state == wanted ? 1 : 0;
}
