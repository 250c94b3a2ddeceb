using System.Text.RegularExpressions;
using Sessions.Mail;

namespace Sessions.Invitations;

/// <summary>Plain text as a host typed it: an empty line parts paragraphs, a line end stays one, and web addresses lead there.</summary>
internal static partial class WrittenParagraphs
{
    public static IEnumerable<MailText> Of(string text) => Gap().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0).Select(part => new MailText([.. Runs(part)]));

    private static IEnumerable<MailRun> Runs(string text)
    {
        var from = 0;
        foreach (Match found in Address().Matches(text))
        {
            var address = WithoutEnd(found.Value);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0) continue;
            if (found.Index > from) yield return new(text[from..found.Index]);
            yield return new(address, Link: MailLink.Open(address));
            from = found.Index + address.Length;
        }

        if (from < text.Length) yield return new(text[from..]);
    }

    /// <summary>What ends the sentence, or closes a bracket that the address did not open, is no part of it.</summary>
    private static string WithoutEnd(string address)
    {
        while (address.Length > 0 && (".,;:!?'*_".Contains(address[^1], StringComparison.Ordinal) || (address[^1] == ')' && address.Count(c => c == ')') > address.Count(c => c == '('))))
            address = address[..^1];
        return address;
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    // The marks of placeholders end an address: nothing that stands for somebody's words leads anywhere.
    [GeneratedRegex("""\bhttps?://[^\s<>"«»“”\[\]{}|\\^`\uE000-\uE00F]+""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();
}
