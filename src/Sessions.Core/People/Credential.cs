using NodaTime;

namespace Sessions.People;

/// <summary>A passkey (WebAuthn credential) of a host, and what must be known to believe it.</summary>
internal sealed class Credential
{
    public const int LongestName = 100;

    /// <summary>Longer ones no authenticator makes (WebAuthn 3, 4.1).</summary>
    public const int LongestCredentialId = 1023;

    public const int LongestPublicKey = 2000;
    public const int LongestTransports = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>Given by the authenticator; unique on the site.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>How often it signed, as it says; 0 for those that do not count.</summary>
    public required long SignCount { get; set; }

    /// <summary>"internal,hybrid"; null where it did not say.</summary>
    public string? Transports { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public required string Name { get; set; }

    public required Instant CreatedAt { get; init; }

    public Instant? LastUsedAt { get; set; }
}
