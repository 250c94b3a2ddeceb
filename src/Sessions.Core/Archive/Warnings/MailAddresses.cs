using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>E-mail addresses, also those that were written so that no program knows them.</summary>
internal static partial class MailAddresses
{
    /// <summary>What ends like a domain and is a file: logo@2x.png.</summary>
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".css", ".js"];

    public static void Take(char[] left, List<(int At, TextWarning Warning)> found)
    {
        Blanks.Take(left, Plain(), found, match => Endings.Any(end => match.Value.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ? null : WarningKind.EmailAddress);
        Blanks.Take(left, Hidden(), found, _ => WarningKind.EmailAddress);
    }

    /// <summary>No @name@server of the fediverse, and no git@server:path.</summary>
    [GeneratedRegex(@"(?<![\w@.+-])[\w.%+'-]{1,64}[@＠]([\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?!\.?[\p{L}\p{N}@-])(?!:[\w/])", RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Plain();

    /// <summary>"kim (at) example.org", "kim at example dot org"; "meet us at example.org" is a place.</summary>
    [GeneratedRegex(@"(?<![\w@])[\w.+-]{1,64} {0,2}[(\[{<] {0,2}(at|@) {0,2}[)\]}>] {0,2}[\w-]{1,63}( {0,2}(\.|[(\[{<] {0,2}(dot|\.) {0,2}[)\]}>]| dot ) {0,2}[\w-]{1,63}){1,6}|(?<![\w@])[\w.+-]{1,64} (at|AT|@) [\w-]{1,63}( (dot|DOT) [\w-]{1,63}){1,6}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Hidden();
}
