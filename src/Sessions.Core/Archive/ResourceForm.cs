using NodaTime;

namespace Sessions.Archive;

/// <summary>All that a host says of a resource.</summary>
/// <param name="Kind">Null leaves it to <see cref="ResourceKinds.Guess"/>.</param>
/// <param name="Url">Where it stands; null beside a file of ours, and where it is closed.</param>
/// <param name="Source">Where it comes from: an address, or words.</param>
/// <param name="Contact">Whom to ask for what is not open: a name, or an address.</param>
/// <param name="Credit">Null has it composed (<see cref="CreditLine"/>).</param>
public sealed record ResourceForm(
    string? Title,
    string? Url = null,
    ResourceKind? Kind = null,
    string? Author = null,
    string? Organisation = null,
    string? Licence = null,
    string? Credit = null,
    string? Source = null,
    ResourceAccess Access = ResourceAccess.Open,
    string? Contact = null,
    string? Language = null,
    LocalDate? ReviewBy = null);

/// <summary>What is known of a resource beyond its title, licence and credit.</summary>
/// <param name="Kind">As chosen; null is guessed.</param>
/// <param name="Since">When its newest version came.</param>
public sealed record ResourceDetail(
    ResourceKind? Kind,
    string? Author,
    string? Organisation,
    string? Source,
    ResourceAccess Access,
    string? Contact,
    string? Language,
    LocalDate? ReviewBy,
    Instant Since)
{
    /// <summary>Older ones, newest first.</summary>
    public IReadOnlyList<OlderVersion> Versions { get; init; } = [];
}

/// <param name="Number">Counted from 1.</param>
/// <param name="Since">When it was the newest first.</param>
public sealed record OlderVersion(int Number, Instant Since, string? Url, Sessions.Files.SavedFile? File);

/// <summary>A link or a file of ours, never both.</summary>
public sealed record VersionToSend(string? Url, NamedFile? File);

public sealed record NamedFile(Guid Id, string Name);
