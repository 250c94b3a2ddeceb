using NodaTime;

namespace Sessions.People;

/// <summary>A request with an Idempotency-Key that changed something: written in the same save as the change itself.</summary>
internal sealed class ApiRequest
{
    public const int LongestKey = 200;

    public required Guid TokenId { get; init; }

    /// <summary>The caller's word for it; unique with the token.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over method, address and body: the same key with another request is a mistake.</summary>
    public required byte[] Hash { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Of HTTP; null until the answer was kept, and for ever when the process ended between the two.</summary>
    public int? Status { get; set; }

    /// <summary>JSON; null where it had none.</summary>
    public string? Body { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }
}
