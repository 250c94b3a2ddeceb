using NodaTime;

namespace Sessions.Archive;

/// <summary>A file somebody handed in: its bytes lie under <see cref="Id"/> in the file store, outside the web root.</summary>
internal sealed class StoredFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; set; }

    /// <summary>As given, cleaned; used for the download's name only.</summary>
    public required string Name { get; init; }

    /// <summary>Decided by content, never by what the browser said.</summary>
    public required string MediaType { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required Instant CreatedAt { get; init; }
}
