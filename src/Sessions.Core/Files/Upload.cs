using NodaTime;

namespace Sessions.Files;

/// <summary>A file on its way, as far as it is known to everybody who may go on with it.</summary>
/// <param name="Owner">Who may; compared, never read.</param>
/// <param name="Length">When it is whole.</param>
/// <param name="Name">As the sender calls it.</param>
/// <param name="Metadata">The sender's own words about it, given back as they came.</param>
public sealed record Upload(Guid Id, string Owner, long Length, string? Name, string Metadata, Instant CreatedAt)
{
    /// <summary>How long one is kept to which nothing comes.</summary>
    public static readonly Duration Life = Duration.FromDays(7);

    internal UploadMark Mark { get; init; } = new(0, CreatedAt, IsTaken: false);

    /// <summary>
    /// Where the next piece begins. The last byte is not said to be there before the file has its place: who was told that all
    /// of it came would not come back when the server ended in between.
    /// </summary>
    public long Offset => Mark.IsTaken ? Length : Math.Min(Mark.Kept, Length - 1);

    public bool IsTaken => Mark.IsTaken;

    public Instant ExpiresAt => Mark.At + Life;
}

/// <summary>What changes of an upload.</summary>
/// <param name="Kept">Bytes that are on the disk, flushed and, where summed up, verified.</param>
/// <param name="At">When the last came.</param>
/// <param name="IsTaken">It became a file of the store.</param>
internal readonly record struct UploadMark(long Kept, Instant At, bool IsTaken);
