using NodaTime;

namespace Sessions.People;

/// <summary>What makes a request of the API the same request, however often it comes.</summary>
/// <param name="Hash">SHA-256 over all that was asked.</param>
public sealed record RequestKey(Guid TokenId, string Key, byte[] Hash, Instant Now)
{
    public const int Longest = ApiRequest.LongestKey;
}

/// <summary>The revision a caller has read and means to change.</summary>
/// <param name="IsSeries">Else of a session.</param>
public sealed record SeenRevision(bool IsSeries, Guid Id, int Revision);

/// <summary>What was answered to a request with a key.</summary>
/// <param name="Body">JSON.</param>
public sealed record KeptAnswer(int Status, string? Body, string? Location, string? ETag);
