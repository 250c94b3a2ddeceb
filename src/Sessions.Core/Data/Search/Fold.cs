using System.Globalization;
using System.Text;

namespace Sessions.Data.Search;

/// <summary>
/// Text as words that compare alike: lower case, without accents, letters apart from digits. Done here and not by the database, so that
/// both databases find the same and need no extension.
/// </summary>
internal static class Fold
{
    /// <summary>What is longer is no word anybody types; the rest of it is left out.</summary>
    public const int LongestWord = 40;

    /// <summary>Most letters are these, and most texts long.</summary>
    private static readonly string?[] PlainAscii =
        [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c).ToString() : null)];

    public static List<FoldedWord> Words(string text)
    {
        var words = new List<FoldedWord>();
        var word = new StringBuilder(LongestWord);
        var (start, end, position) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.Utf16SequenceLength;
            if (Plain(rune) is not { } plain)
            {
                // An accent or an apostrophe belongs to the word it stands in.
                if (word.Length > 0 && !IsSilent(rune)) Finish();
                else if (word.Length > 0 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) end = position + length;
            }
            else
            {
                if (word.Length > 0 && char.IsAsciiDigit(word[^1]) != char.IsAsciiDigit(plain[0])) Finish();
                if (word.Length == 0) start = position;
                if (word.Length + plain.Length <= LongestWord) word.Append(plain);
                end = position + length;
            }
            position += length;
        }
        if (word.Length > 0) Finish();
        return words;

        void Finish()
        {
            words.Add(new(word.ToString(), start, end));
            word.Clear();
        }
    }

    /// <summary>"OpenData" is "open" and "data" too; nothing where a word has one part only.</summary>
    public static List<FoldedWord> Parts(string text, FoldedWord word)
    {
        var parts = new List<FoldedWord>();
        var from = word.Start;
        for (var i = from + 1; i <= word.End; i++)
        {
            if (i < word.End && !(char.IsLower(text[i - 1]) && char.IsUpper(text[i]))) continue;
            if (from > word.Start || i < word.End)
                foreach (var part in Words(text[from..i])) parts.Add(new(part.Text, part.Start + from, part.End + from));
            from = i;
        }
        return parts;
    }

    /// <summary>Where in the text the first <paramref name="letters"/> folded letters of the word at <paramref name="start"/> end.</summary>
    public static int EndOf(string text, int start, int letters)
    {
        var end = start;
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            var plain = Plain(rune);
            if (letters <= 0 && !(plain is null && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)) break;
            letters -= plain?.Length ?? 0;
            end += rune.Utf16SequenceLength;
        }
        return end;
    }

    /// <summary>Null for what is neither letter nor digit.</summary>
    private static string? Plain(Rune rune)
    {
        if (rune.IsAscii) return PlainAscii[rune.Value];
        var plain = new StringBuilder(4);
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsDigit(part)) plain.Append(CharUnicodeInfo.GetDecimalDigitValue(part.ToString(), 0));
            else if (Rune.IsLetter(part)) plain.Append(Letter(Rune.ToLowerInvariant(part)));
        }
        return plain.Length == 0 ? null : plain.ToString();
    }

    /// <summary>Letters that no decomposition makes plain.</summary>
    private static string Letter(Rune letter) => letter.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => letter.ToString(),
    };

    private static bool IsSilent(Rune rune) => rune.Value is '\'' or '’' or 'ʼ' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
}

/// <param name="Start">Of the word in the text it came from.</param>
internal readonly record struct FoldedWord(string Text, int Start, int End)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]);
}
