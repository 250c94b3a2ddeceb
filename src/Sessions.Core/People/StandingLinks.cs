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

    /// <summary>Behind the plus sign of the address that answers go to; of a calendar entry.</summary>
    Rsvp = 8,

    /// <summary>Shows a recording that stands nowhere else; of a recording.</summary>
    Watch = 9,

    /// <summary>What somebody offered or suggested; of a proposal.</summary>
    Proposal = 10,
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

    /// <summary>A secret without its object, fit for the local part of an address: 160 bits in lower-case base32.</summary>
    public string Rsvp(Guid entryId)
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyz234567";
        var mac = new byte[MacLength];
        Mac(LinkPurpose.Rsvp, entryId, 0, mac);
        return string.Create(MacLength * 8 / 5, mac, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var (at, bit) = (i * 5 / 8, i * 5 % 8);
                var two = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
                text[i] = Digits[(two >> (11 - bit)) & 31];
            }
        });
    }

    public bool FitsRsvp(string secret, Guid entryId) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.ASCII.GetBytes(Rsvp(entryId)));

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
