using System.Buffers.Text;
using System.Security.Cryptography;

namespace Sessions.People;

/// <summary>What a standing link opens. The names are part of the secret: never change one.</summary>
public enum LinkPurpose
{
    /// <summary>Lists and leaves; of a person.</summary>
    My = 1,

    /// <summary>Opens the room; of a registration.</summary>
    Join = 2,

    /// <summary>Speaker's page; of an appearance.</summary>
    Speak = 3,

    /// <summary>Personal calendar feed; of a person.</summary>
    Feed = 4,

    /// <summary>RFC 8058 one click; of a person.</summary>
    Unsubscribe = 5,

    /// <summary>"This was not me"; of a person.</summary>
    NotMe = 6,

    /// <summary>Shown at the door of a place; of a registration. Who scans it learns no joining link.</summary>
    CheckIn = 7,
}

/// <summary>
/// Links that work for months and are shown again whenever needed: HMAC-SHA-256 under the server's key over purpose,
/// object and a generation number in its row. Nothing of them is stored; raising the generation revokes them.
/// </summary>
public sealed class StandingLinks(byte[] key)
{
    private const int IdLength = 16;
    private const int MacLength = 20;

    public string Token(LinkPurpose purpose, Guid id, int generation)
    {
        Span<byte> token = stackalloc byte[IdLength + MacLength];
        id.TryWriteBytes(token, bigEndian: true, out _);
        Mac(purpose, id, generation, token[IdLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The object a token names; believe it only after <see cref="Fits"/> with the generation in its row.</summary>
    public static Guid? ClaimedId(string? token)
    {
        Span<byte> bytes = stackalloc byte[IdLength + MacLength];
        return token is { Length: 48 } && Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == bytes.Length
            ? new Guid(bytes[..IdLength], bigEndian: true)
            : null;
    }

    public bool Fits(string token, LinkPurpose purpose, Guid id, int generation) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(token), System.Text.Encoding.ASCII.GetBytes(Token(purpose, id, generation)));

    private void Mac(LinkPurpose purpose, Guid id, int generation, Span<byte> mac)
    {
        Span<byte> said = stackalloc byte[IdLength + 8];
        id.TryWriteBytes(said, bigEndian: true, out _);
        BitConverter.TryWriteBytes(said[IdLength..], (int)purpose);
        BitConverter.TryWriteBytes(said[(IdLength + 4)..], generation);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, said, whole);
        whole[..MacLength].CopyTo(mac);
    }
}
