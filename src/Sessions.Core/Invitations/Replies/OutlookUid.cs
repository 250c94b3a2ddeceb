using System.Text;

namespace Sessions.Invitations;

/// <summary>
/// Outlook keeps the UID of others inside of a number of its own (MS-OXOCAL, PidLidGlobalObjectId), and telephones that read
/// from it (ActiveSync) send that number back as it is.
/// </summary>
internal static class OutlookUid
{
    private const string Start = "040000008200E00074C5B7101A82E008", Inside = "7643616C2D55696401000000";

    /// <summary>The UID inside; any other as it is.</summary>
    public static string Unwrap(string uid)
    {
        if (!uid.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || uid.IndexOf(Inside, StringComparison.OrdinalIgnoreCase) is not (> 0 and var at)) return uid;
        var hex = uid[(at + Inside.Length)..];
        return hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? Encoding.UTF8.GetString(Convert.FromHexString(hex)).TrimEnd('\0') : uid;
    }
}
