using System.Globalization;
using Sessions.Files;

namespace Sessions.Web.Uploads;

/// <summary>The words of tus 1.0.0: core, creation, termination, checksum, expiration.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,termination,checksum,expiration";
    public const string Piece = "application/offset+octet-stream";

    /// <summary>A number of its own, which HTTP has not.</summary>
    public const int ChecksumMismatch = 460;

    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string DeferLength = "Upload-Defer-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";
    public const string Expires = "Upload-Expires";
    public const string MethodOverride = "X-HTTP-Method-Override";

    private const string Versions = "Tus-Version";

    /// <summary>What this server can, for those who ask by OPTIONS.</summary>
    public static void Describe(HttpContext http, UploadLimits limits)
    {
        var headers = http.Response.Headers;
        headers[Versions] = Version;
        headers["Tus-Extension"] = Extensions;
        headers["Tus-Max-Size"] = limits.MaxBytes.ToString(CultureInfo.InvariantCulture);
        headers["Tus-Checksum-Algorithm"] = string.Join(',', UploadChecksum.Algorithms);
    }

    /// <summary>Does the sender speak this version? Every answer says which one is spoken here.</summary>
    public static bool Fits(HttpContext http)
    {
        http.Response.Headers[Resumable] = Version;
        if (http.Request.Headers[Resumable] is [Version]) return true;
        http.Response.Headers[Versions] = Version;
        return false;
    }

    /// <summary>A header that holds one number of bytes; null for anything else.</summary>
    public static long? Number(HttpRequest request, string header) =>
        request.Headers[header] is [{ } said] && long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static void State(HttpContext http, Upload upload)
    {
        http.Response.Headers[Offset] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[Expires] = upload.ExpiresAt.ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
    }
}
