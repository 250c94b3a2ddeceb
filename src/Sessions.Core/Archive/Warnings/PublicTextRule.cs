using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>
/// Looks through a text that is about to be public for what was meant for a few. It warns and never forbids: a host knows which address is
/// there on purpose.
/// </summary>
public static class PublicTextRule
{
    /// <summary>Of one text; whoever has more to see to begins with these.</summary>
    public const int Most = 20;

    /// <returns>In the order of the text, each once.</returns>
    public static IReadOnlyList<TextWarning> Look(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = new List<(int At, TextWarning Warning)>();
        // What was understood is blanked, so that the digits of a link are no phone number.
        var left = text.ToCharArray();
        Patiently(() => RoomLinks.Take(left, found));
        Patiently(() => Secrets.Take(left, found));
        Patiently(() => MailAddresses.Take(left, found));
        Patiently(() => HarmlessNumbers.Blank(left));
        Patiently(() => PhoneNumbers.Take(left, found));
        return [.. found.OrderBy(f => f.At).Select(f => f.Warning).Distinct().Take(Most)];
    }

    /// <summary>A text that is made to be slow is warned of less; it stops no page.</summary>
    private static void Patiently(Action look)
    {
        try
        {
            look();
        }
        catch (RegexMatchTimeoutException)
        {
        }
    }
}
