using NodaTime;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Registrations;

public enum RegistrationState
{
    Confirmed = 1,
    Waitlisted = 2,
    Withdrawn = 3,
}

/// <summary>One person's place, or seat in the line, in one session.</summary>
internal sealed class Registration
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

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

    public bool IsActive => State is RegistrationState.Confirmed or RegistrationState.Waitlisted;

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
        Become(session.Capacity is { } places && session.Confirmed >= places ? RegistrationState.Waitlisted : RegistrationState.Confirmed, session, now);
    }

    public void Promote(Session session, Instant now) => Become(RegistrationState.Confirmed, session, now);

    public void Withdraw(Session session, Instant now) => Become(RegistrationState.Withdrawn, session, now);

    private void Become(RegistrationState state, Session session, Instant now)
    {
        session.Count(Is(state, RegistrationState.Confirmed) - Is(State, RegistrationState.Confirmed),
            Is(state, RegistrationState.Waitlisted) - Is(State, RegistrationState.Waitlisted));
        State = state;
        StateSince = now;
        Revision++;
    }

    private static int Is(RegistrationState state, RegistrationState wanted) => state == wanted ? 1 : 0;
}
