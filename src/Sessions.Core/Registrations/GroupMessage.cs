using NodaTime;

namespace Sessions.Registrations;

/// <summary>What hosts wrote to many people of their series at once; a mail of its own for each of them.</summary>
internal sealed class GroupMessage
{
    /// <summary>Kind of its mails, and of the notice that spreads them.</summary>
    public const string MailKind = "group.message";

    /// <summary>How long one that is not about a session to come may take on its way.</summary>
    public static readonly Duration Life = Duration.FromDays(3);

    /// <summary>How long a test may.</summary>
    public static readonly Duration TestLife = Duration.FromHours(3);

    /// <summary>Also that of its notice: whoever holds the notice's row holds the message.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SeriesId { get; init; }

    /// <summary>Null for the people of the whole series.</summary>
    public Guid? SessionId { get; init; }

    public required GroupAudience Audience { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required Guid ById { get; init; }

    /// <summary>Whoever joins the group later does not get it.</summary>
    public required Instant SentAt { get; init; }

    /// <summary>The end of the session it is about, where that is still to come.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>Went to its author alone.</summary>
    public bool IsTest { get; init; }

    /// <summary>Counted at sending.</summary>
    public required int Recipients { get; init; }

    /// <summary>In the group, but wanted no news; counted at sending.</summary>
    public int StoppedNews { get; init; }

    /// <summary>In the group, but said that this was not them; counted at sending.</summary>
    public int NotThem { get; init; }

    /// <summary>Each of its mails is owed now.</summary>
    public Instant? SpreadAt { get; set; }

    public Instant? StoppedAt { get; private set; }

    public Guid? StoppedById { get; private set; }

    public static string KeyFor(Guid id, Guid personId) => $"message:{id}:{personId}";

    /// <summary>What has not left stays.</summary>
    public void Stop(Guid by, Instant now) => (StoppedAt, StoppedById) = (now, by);
}
