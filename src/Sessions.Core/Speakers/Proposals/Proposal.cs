using NodaTime;
using Sessions.People;

namespace Sessions.Speakers.Proposals;

public enum ProposalKind
{
    /// <summary>"I would give this talk."</summary>
    Talk = 1,

    /// <summary>"I would like to hear of this."</summary>
    Topic = 2,
}

public enum ProposalState
{
    New = 1,

    /// <summary>A host took it up.</summary>
    Talking = 2,

    /// <summary>On the programme of a session.</summary>
    Accepted = 3,

    Declined = 4,

    /// <summary>By whoever sent it.</summary>
    Withdrawn = 5,
}

/// <summary>A talk that somebody offers, or a topic they would like; what the hosts make of it.</summary>
internal sealed class Proposal
{
    public const int LongestTitle = 300;
    public const int LongestAbout = 5000;
    public const int LongestNote = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required ProposalKind Kind { get; init; }

    /// <summary>Null is any series.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>Of whoever sent it, where they gave an address.</summary>
    public Guid? PersonId { get; set; }

    public Person? Person { get; init; }

    /// <summary>As typed: nobody's name is changed by what a stranger typed.</summary>
    public string? Name { get; set; }

    public required string Title { get; init; }

    public string? About { get; init; }

    /// <summary>Web addresses, one a line.</summary>
    public string? Links { get; init; }

    public ProposalState State { get; private set; } = ProposalState.New;

    public Instant? StateSince { get; private set; }

    /// <summary>Who sees to it.</summary>
    public Guid? ById { get; set; }

    /// <summary>For the hosts alone.</summary>
    public string? Note { get; set; }

    /// <summary>What became of it.</summary>
    public Guid? AppearanceId { get; private set; }

    public required Instant CreatedAt { get; init; }

    public bool IsOpen => State is ProposalState.New or ProposalState.Talking;

    /// <summary>When it came, or was last decided on.</summary>
    public Instant Since => StateSince ?? CreatedAt;

    public void Take(Guid by, Instant now) => (State, StateSince, ById) = (ProposalState.Talking, now, by);

    public void Accept(Guid by, Guid appearance, Instant now) => (State, StateSince, ById, AppearanceId) = (ProposalState.Accepted, now, by, appearance);

    public void Decline(Guid by, Instant now) => (State, StateSince, ById) = (ProposalState.Declined, now, by);

    public void Withdraw(Instant now) => (State, StateSince) = (ProposalState.Withdrawn, now);

    /// <summary>Takes a decision back that nobody was told of.</summary>
    public void Reopen(Guid by, Instant now) => (State, StateSince, ById, AppearanceId) = (ProposalState.Talking, now, by, null);
}

/// <summary>What a host wrote to whoever sent a proposal.</summary>
internal sealed class ProposalMessage
{
    public const int LongestText = 5000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ProposalId { get; init; }

    public required Guid ById { get; init; }

    public required string Text { get; init; }

    /// <summary>It says no.</summary>
    public required bool IsDecline { get; init; }

    public required Instant At { get; init; }
}
