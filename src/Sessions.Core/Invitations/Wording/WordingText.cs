using System.Text;

namespace Sessions.Invitations;

/// <summary>Words of hosts, read: plain text in which <c>{name}</c> stands for something and a doubled brace for a brace.</summary>
public sealed class WordingText
{
    public const int Longest = 2_000;

    /// <summary>What of the text is quoted around a lonely brace.</summary>
    private const int Quoted = 30;

    // Characters that no text means anything by; each stands for one placeholder.
    private const char FirstMark = '\uE000', LastMark = '\uE00F';

    private WordingText(string pattern, IReadOnlyList<WordingFault> faults) => (Pattern, Faults) = (pattern, faults);

    /// <summary>Empty where it can be sent.</summary>
    public IReadOnlyList<WordingFault> Faults { get; }

    /// <summary>The text with one mark for each placeholder.</summary>
    internal string Pattern { get; }

    internal static char Mark(string placeholder) => (char)(FirstMark + Placeholders.All.Index().First(p => p.Item == placeholder).Index);

    internal bool Names(string placeholder) => Pattern.Contains(Mark(placeholder));

    /// <param name="text">As typed, or as stored.</param>
    public static WordingText Read(string? text, IReadOnlyList<string> known)
    {
        var typed = TypedText.Lines(text) ?? "";
        if (typed.Length > Longest) return new("", [new(WordingFaultKind.TooLong, $"{typed.Length}")]);
        var (pattern, faults) = (new StringBuilder(typed.Length), new List<WordingFault>());
        for (var at = 0; at < typed.Length; at++)
        {
            var letter = typed[at];
            if (letter is >= FirstMark and <= LastMark) continue;
            if (letter is not ('{' or '}'))
            {
                pattern.Append(letter);
            }
            else if (at + 1 < typed.Length && typed[at + 1] == letter)
            {
                pattern.Append(letter);
                at++;
            }
            else if (letter == '}')
            {
                faults.Add(new(WordingFaultKind.Unopened, Around(typed, at)));
            }
            else
            {
                at = Placeholder(typed, at, known, pattern, faults);
            }
        }

        return new(pattern.ToString(), [.. faults.Distinct()]);
    }

    /// <returns>Where it ends.</returns>
    private static int Placeholder(string typed, int at, IReadOnlyList<string> known, StringBuilder pattern, List<WordingFault> faults)
    {
        var end = typed.IndexOfAny(['{', '}', '\n'], at + 1);
        if (end < 0 || typed[end] != '}')
        {
            faults.Add(new(WordingFaultKind.Unclosed, Around(typed, at), Placeholders.Nearest(Word(typed, at + 1), known)));
            return at;
        }

        var written = typed[(at + 1)..end].Trim();
        if (known.FirstOrDefault(name => name.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } name) pattern.Append(Mark(name));
        else if (written.Length == 0) faults.Add(new(WordingFaultKind.Empty, "{}"));
        else if (Placeholders.All.Contains(written.ToLowerInvariant())) faults.Add(new(WordingFaultKind.NotHere, written.ToLowerInvariant()));
        else faults.Add(new(WordingFaultKind.Unknown, TypedText.Cut(written, 40), Placeholders.Nearest(written, known)));
        return end;
    }

    private static string Word(string typed, int from) => new([.. typed.Skip(from).TakeWhile(char.IsLetter)]);

    private static string Around(string typed, int at)
    {
        var (from, end) = (typed.LastIndexOf('\n', at) + 1, typed.IndexOf('\n', at));
        var line = typed[from..(end < 0 ? typed.Length : end)];
        if (line.Length <= Quoted) return line;
        var begin = Math.Clamp(at - from - Quoted / 2, 0, line.Length - Quoted);
        var part = TypedText.Cut(line[(char.IsLowSurrogate(line[begin]) ? begin + 1 : begin)..], Quoted);
        return $"{(begin > 0 ? "…" : "")}{part}{(line.EndsWith(part, StringComparison.Ordinal) ? "" : "…")}";
    }
}
