using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>Passwords, passcodes and keys.</summary>
internal static partial class Secrets
{
    /// <summary>Words that stand after "password" where none is told.</summary>
    private static readonly HashSet<string> NoSecrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "none", "no", "not", "n/a", "required", "needed", "protected", "sent", "tba", "tbc", "see", "in", "will", "the", "your", "you", "we", "is", "on", "by", "and", "or", "for", "to", "reset", "manager", "managers", "policy", "hygiene",
        "unknown", "optional", "ask", "from", "with",
    };

    public static void Take(char[] left, List<(int At, TextWarning Warning)> found)
    {
        Blanks.Take(left, Key(), found, _ => WarningKind.Password);
        foreach (var match in Told().Matches(new string(left)).Cast<Match>())
        {
            if (!IsSecret(match)) continue;
            found.Add((match.Index, new(WarningKind.Password, match.Value.Trim())));
            Array.Fill(left, ' ', match.Index, match.Length);
        }
    }

    private static bool IsSecret(Match match)
    {
        var (value, between) = (match.Groups["value"].Value.TrimEnd('.', ',', ';', ')', '"', '\'', '”', '’'), match.Groups["between"].Value);
        if (value.Length < 3 || NoSecrets.Contains(value)) return false;
        if (match.Groups["quote"].Length > 0) return true;
        var digits = Blanks.Digits(value);
        // "PIN 1234" and "passcode 123456", but no "password 101" and no year.
        if (between.Trim().Length == 0) return digits >= 4 && !(value.Length == 4 && value[..2] is "19" or "20");
        if (digits > 0 || value.Any(c => !char.IsLetter(c) && c is not '-' and not '\'' and not '.')) return digits < value.Length || digits >= 3;
        if (IsMixed(value)) return true;
        // A word by itself at the end of its line, behind a colon.
        return (between.Contains(':', StringComparison.Ordinal) || between.Contains('=', StringComparison.Ordinal)) && match.Groups["end"].Success;
    }

    private static bool IsMixed(string value) => value.Skip(1).Any(char.IsUpper) && value.Any(char.IsLower);

    [GeneratedRegex(@"\b(?<what>pass[ -]?code|pass[ -]?word|pass[ -]?phrase|pwd|passwd|access code|host key|pin code|(?-i:PIN)|kennwort|passwort|mot de passe|contraseña)\b(?<between>[^\S\n]{0,8}(is|=|:|-|–|→)?[^\S\n]{0,8})(?<quote>[""'“‘„`])?(?<value>[^\s""“”„`]{3,64})(?<end>[.!)]?[^\S\n]{0,8}(\n|$))?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{15,255}|AKIA[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9-]{10,255}|ses_[A-Za-z0-9_-]{20,255})\b|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----",
        RegexOptions.ExplicitCapture, Blanks.Patience)]
    private static partial Regex Key();
}
