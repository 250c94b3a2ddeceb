using System.Security.Cryptography;
using System.Text;

namespace Sessions.Mail;

internal static class MimeHash
{
    /// <summary>The first <paramref name="digits"/> hexadecimal digits of the SHA-256 of a text.</summary>
    public static string Of(string text, int digits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
