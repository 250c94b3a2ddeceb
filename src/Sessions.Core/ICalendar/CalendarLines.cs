using System.Text;

namespace Sessions.ICalendar;

/// <summary>Lines as they were before folding (RFC 5545 3.1), whatever ends them.</summary>
internal static class CalendarLines
{
    /// <summary>With the number of the line each begins on; empty ones are left out.</summary>
    public static IEnumerable<(int Number, string Text)> Unfold(string text)
    {
        var (kept, start, number) = (new StringBuilder(), 1, 0);
        foreach (var line in Split(text))
        {
            number++;
            if (line.IsFolded && kept.Length > 0)
            {
                kept.Append(text, line.From + 1, line.Length - 1);
                continue;
            }
            if (kept.Length > 0) yield return (start, kept.ToString());
            kept.Clear().Append(text, line.From, line.Length);
            start = number;
        }
        if (kept.Length > 0) yield return (start, kept.ToString());
    }

    private static IEnumerable<Piece> Split(string text)
    {
        // The mark of the byte order is no part of the first line.
        var from = text is ['\uFEFF', ..] ? 1 : 0;
        for (var at = from; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is not ('\r' or '\n')) continue;
            yield return new(text, from, at - from);
            if (at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n') at++;
            from = at + 1;
        }
    }

    private readonly record struct Piece(string Text, int From, int Length)
    {
        public bool IsFolded => Length > 0 && Text[From] is (' ' or '\t');
    }
}
