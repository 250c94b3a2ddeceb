using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sessions.People;

/// <summary>256 random bits behind a prefix by which scanners of leaked secrets know it.</summary>
internal static class ApiTokenSecret
{
    private const string Prefix = "ses_";
    private const int Length = 43;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));

    /// <summary>Could it be one? What can't is not looked up.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text) =>
        text is { Length: 4 + Length } && text.StartsWith(Prefix, StringComparison.Ordinal) && text.Skip(Prefix.Length).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
