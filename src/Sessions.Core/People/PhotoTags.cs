using System.Security.Cryptography;

namespace Sessions.People;

/// <summary>The name of a photo by its content, so that a browser may keep it and still sees another one at once.</summary>
internal static class PhotoTags
{
    public const int Length = 16;

    public static string Of(byte[] photo) => Convert.ToHexStringLower(SHA256.HashData(photo))[..Length];
}
