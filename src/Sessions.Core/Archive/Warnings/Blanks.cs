using System.Text.RegularExpressions;

namespace Sessions.Archive.Warnings;

/// <summary>A text of which parts were understood already.</summary>
internal static class Blanks
{
    /// <summary>Milliseconds that one pattern may take for one text.</summary>
    public const int Patience = 2000;

    /// <summary>Warns of each match that counts, and blanks every match.</summary>
    /// <param name="kind">Null for a match that is harmless.</param>
    public static void Take(char[] left, Regex pattern, List<(int At, TextWarning Warning)> found, Func<Match, WarningKind?> kind)
    {
        foreach (var match in pattern.Matches(new string(left)).Cast<Match>())
        {
            if (kind(match) is { } of) found.Add((match.Index, new(of, Bare(match.Value))));
            Array.Fill(left, ' ', match.Index, match.Length);
        }
    }

    public static void Blank(char[] left, Regex pattern)
    {
        foreach (var match in pattern.Matches(new string(left)).Cast<Match>()) Array.Fill(left, ' ', match.Index, match.Length);
    }

    /// <summary>Without what ends the sentence around it.</summary>
    public static string Bare(string found) => found.Trim().TrimEnd('.', ',', ';', ':', ')', ']', '>', '"', '\'', '!', '?');

    public static int Digits(string text) => text.Count(char.IsAsciiDigit);
}
