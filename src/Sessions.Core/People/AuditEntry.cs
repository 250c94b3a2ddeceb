using NodaTime;

namespace Sessions.People;

/// <summary>Who changed what, in words a host reads.</summary>
internal sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Instant At { get; init; }

    /// <summary>Null where the software acted by itself.</summary>
    public Guid? ActorId { get; init; }

    public Guid? SeriesId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>Of a change that reached several sessions, in the history of one of them; that of the series tells it once.</summary>
    public bool IsPart { get; init; }

    public required string Text { get; set; }

    /// <summary>Takes an address or a name out of what was done.</summary>
    public void Forget(string word) => Text = WholeWord.Replace(Text, word, "(forgotten)");
}
