using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>Addresses in a text, of which some lead into a room, and numbers of meetings.</summary>
internal static partial class RoomLinks
{
    /// <summary>Where each service has its rooms; what else stands there (registration, recordings, help) is for everybody.</summary>
    private static readonly (string Host, string Path)[] Rooms =
    [
        ("zoom.us", "/j/"), ("zoom.us", "/my/"), ("zoom.us", "/w/"), ("zoom.us", "/s/"), ("zoom.us", "/wc/"), ("zoom.com", "/j/"), ("zoom.com", "/my/"), ("zoomgov.com", "/j/"),
        ("teams.microsoft.com", "/l/meetup-join"), ("teams.microsoft.com", "/meet/"), ("teams.live.com", "/meet/"),
        ("meet.google.com", "/"), ("g.co", "/meet/"), ("meet.jit.si", "/"), ("8x8.vc", "/"),
        ("webex.com", "/meet/"), ("webex.com", "/join/"), ("webex.com", "/j.php"), ("webex.com", "/m/"),
        ("whereby.com", "/"), ("gotomeeting.com", "/join/"), ("gotomeet.me", "/"), ("bluejeans.com", "/"), ("chime.aws", "/"),
    ];

    /// <summary>Pages of those services that are no room.</summary>
    private static readonly string[] NoRooms = ["/about", "/blog", "/help", "/download", "/information", "/pricing", "/business", "/security", "/static"];

    public static void Take(char[] left, List<(int At, TextWarning Warning)> found)
    {
        Blanks.Take(left, Address(), found, match => KindOf(match.Value));
        Blanks.Take(left, MeetingNumber(), found, match => Blanks.Digits(match.Groups["number"].Value) is >= 9 and <= 12 ? WarningKind.JoinLink : null);
    }

    private static WarningKind? KindOf(string written)
    {
        var trimmed = Blanks.Bare(written);
        if (trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return WarningKind.EmailAddress;
        if (trimmed.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) return WarningKind.PhoneNumber;
        if (trimmed.StartsWith("zoommtg:", StringComparison.OrdinalIgnoreCase)) return WarningKind.JoinLink;
        if (!Uri.TryCreate(trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : "https://" + trimmed, UriKind.Absolute, out var address)) return null;
        if (IsRoom(address)) return WarningKind.JoinLink;
        return address.UserInfo.Contains(':', StringComparison.Ordinal) || SecretQuery().IsMatch(address.Query) ? WarningKind.Password : null;
    }

    private static bool IsRoom(Uri address)
    {
        var (host, path) = (address.IdnHost.ToLowerInvariant(), address.AbsolutePath);
        if (path.Length <= 1 || NoRooms.Any(page => path.StartsWith(page, StringComparison.OrdinalIgnoreCase))) return false;
        if (Rooms.Any(room => (host == room.Host || host.EndsWith("." + room.Host, StringComparison.Ordinal)) && path.StartsWith(room.Path, StringComparison.OrdinalIgnoreCase)))
            return host != "meet.google.com" || GoogleRoom().IsMatch(path);
        // Everybody may run one of these; their names and the shape of their rooms give them away.
        if (host.Contains("jitsi", StringComparison.Ordinal) && !host.EndsWith("jitsi.org", StringComparison.Ordinal)) return true;
        return BigBlueButtonRoom().IsMatch(path) || (BigBlueButtonHost().IsMatch(host) && host != "bigbluebutton.org" && !host.EndsWith(".bigbluebutton.org", StringComparison.Ordinal));
    }

    /// <summary>With a scheme, or a host with a path after it.</summary>
    [GeneratedRegex(@"\b(https?://|zoommtg://|mailto:|tel:)[^\s<>""]{2,2000}|(?<![@\w.])([a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}/[^\s<>""]{0,2000}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(meeting|webinar|conference|room|zoom|teams|webex)[ -]?(id|number|no\.?|code)\b[^\w\n]{0,4}(is )?(?<number>\d[\d -]{7,18}\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex MeetingNumber();

    [GeneratedRegex("[?&](pwd|password|passcode|passwd|secret|token|access_token|api_?key|key)=[^&]{3,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex SecretQuery();

    [GeneratedRegex("^/([a-z]{3}-[a-z]{4}-[a-z]{3}|lookup/.+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex GoogleRoom();

    [GeneratedRegex("^/(b|gl|rooms)/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}(-[a-z0-9]{3})?(/|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex BigBlueButtonRoom();

    [GeneratedRegex(@"^(bbb|greenlight)[0-9]*\.|bigbluebutton", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex BigBlueButtonHost();
}
