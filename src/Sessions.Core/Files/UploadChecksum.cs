using System.Security.Cryptography;

namespace Sessions.Files;

/// <summary>What the sender says a piece sums up to.</summary>
public sealed class UploadChecksum
{
    private readonly HashAlgorithmName _algorithm;
    private readonly byte[] _sum;

    private UploadChecksum(HashAlgorithmName algorithm, byte[] sum) => (_algorithm, _sum) = (algorithm, sum);

    public static IReadOnlyList<string> Algorithms { get; } = ["sha1", "sha256"];

    /// <param name="said">As in the header of the tus protocol: the algorithm, a space, the sum in Base64.</param>
    /// <returns>Null for another algorithm, or what is no sum of it.</returns>
    public static UploadChecksum? Read(string said)
    {
        if (said.Split(' ') is not [var name, var encoded]) return null;
        (HashAlgorithmName Algorithm, int Length)? known = name switch
        {
            "sha1" => (HashAlgorithmName.SHA1, SHA1.HashSizeInBytes),
            "sha256" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
            _ => null,
        };
        var sum = new byte[SHA256.HashSizeInBytes];
        return known is { } found && Convert.TryFromBase64String(encoded, sum, out var length) && length == found.Length ? new(found.Algorithm, sum[..length]) : null;
    }

    internal IncrementalHash Begin() => IncrementalHash.CreateHash(_algorithm);

    internal bool Fits(IncrementalHash summed) => CryptographicOperations.FixedTimeEquals(summed.GetHashAndReset(), _sum);
}
