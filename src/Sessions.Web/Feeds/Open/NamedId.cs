using System.Security.Cryptography;
using System.Text;

namespace Sessions.Web.Feeds.Open;

/// <summary>An id for what has none of its own, the same for ever: a UUID of version 8 (RFC 9562) from the owner's id and a name.</summary>
internal static class NamedId
{
    public static Guid Of(Guid owner, string name)
    {
        var bytes = SHA256.HashData([.. owner.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static string Urn(Guid id) => $"urn:uuid:{id}";
}
