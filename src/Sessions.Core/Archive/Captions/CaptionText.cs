using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Sessions.Archive.Captions;

/// <param name="Text">WebVTT.</param>
public sealed record CaptionText(string Text, Instant UpdatedAt)
{
    /// <summary>Told from the text alone: the same words saved again are no other version.</summary>
    public string Version => VersionOf(Text);

    internal static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
