using NodaTime;
using Sessions.Outbox;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>One session's room in the console.</summary>
/// <param name="MovedFrom">Local time in the session's zone before the last move.</param>
/// <param name="Mails">All that were ever owed for it.</param>
public sealed record HostSessionFacts(
    HostedSession Session,
    string? Hashtag,
    int Minutes,
    string? Announcement,
    Venue OwnVenue,
    Venue SeriesVenue,
    Instant? CancelledAt,
    string? CancelledBecause,
    LocalDateTime? MovedFrom,
    int Mails,
    int FailedMails)
{
    /// <summary>Rises with each change a host would see.</summary>
    public int Revision { get; init; }

    /// <summary>Set by hand for this session; a change of the plan leaves it alone.</summary>
    public SessionFields Edited { get; init; }

    /// <summary>Later sessions of the series that a change can reach too.</summary>
    public bool HasLater { get; init; }

    /// <summary>Of this reader: helpers see it, post resources and change nothing else.</summary>
    public bool MayEdit { get; init; }

    /// <summary>This reader may send its people a message.</summary>
    public bool MayWrite { get; init; }
}

/// <param name="Place">In the waiting list, from 1; null for a place.</param>
/// <param name="Mail">The last mail to this person about this session.</param>
public sealed record HostedPerson(Guid RegistrationId, string? Address, string? Name, RegistrationState State, Instant Since, Instant? JoinedAt, int? Place, HostedMail? Mail, Guid PersonId)
{
    public bool Came { get; init; }

    /// <summary>By a host's hand.</summary>
    public bool IsTicked { get; init; }

    public Instant? OfferEndsAt { get; init; }

    /// <summary>Why a host offered the place out of turn.</summary>
    public string? OfferedBecause { get; init; }

    /// <summary>Comes to every session.</summary>
    public bool IsStanding { get; init; }
}

/// <param name="Subject">Null before it is written.</param>
public sealed record HostedMail(Guid Id, Guid PersonId, string Recipient, string Kind, string? Subject, OutboxState State, Instant DueAt, Instant? SentAt, string? LastError);

/// <param name="By">Null where the software acted by itself.</param>
public sealed record HistoryLine(Instant At, string? By, string Text);
