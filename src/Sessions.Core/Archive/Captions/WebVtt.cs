using System.Globalization;
using System.Net;
using System.Text;
using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>Writes cues for players (W3C WebVTT), and reads back what it wrote. What others wrote is read by <see cref="CaptionReader"/>.</summary>
public static class WebVtt
{
    public const string MediaType = "text/vtt; charset=utf-8";

    private const string Arrow = " --> ", Voice = "<v ";

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
        {
            text.Append('\n').Append(CueTime.Write(cue.From)).Append(Arrow).Append(CueTime.Write(cue.To)).Append('\n');
            if (cue.Speaker is { } speaker) text.Append(Voice).Append(Escape(speaker)).Append('>');
            text.Append(Escape(cue.Text)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>A cue at a time: whoever looks for one leaves the rest of the hour unread.</summary>
    public static IEnumerable<Cue> Read(string written)
    {
        const string between = "\n\n";
        for (var at = written.IndexOf(between, StringComparison.Ordinal); at >= 0;)
        {
            at += between.Length;
            var next = written.IndexOf(between, at, StringComparison.Ordinal);
            if (ReadCue(written.AsSpan()[at..(next < 0 ? written.Length : next)].TrimEnd('\n')) is { } cue) yield return cue;
            at = next;
        }
    }

    /// <summary>Null for a block that <see cref="Write"/> does not write.</summary>
    private static Cue? ReadCue(ReadOnlySpan<char> block)
    {
        var (arrow, line) = (block.IndexOf(Arrow, StringComparison.Ordinal), block.IndexOf('\n'));
        if (arrow < 0 || line < arrow || Moment(block[..arrow]) is not { } from || Moment(block[(arrow + Arrow.Length)..line]) is not { } to) return null;
        var text = block[(line + 1)..];
        string? speaker = null;
        if (text.StartsWith(Voice, StringComparison.Ordinal) && text.IndexOf('>') is > 0 and var end)
        {
            speaker = Plain(text[Voice.Length..end]);
            text = text[(end + 1)..];
        }

        return new(from, to, speaker, Plain(text));
    }

    private static Duration? Moment(ReadOnlySpan<char> written)
    {
        // 01:02:03.500, and a third figure of hours where there are so many.
        if (written.Length < 12 || written[^4] != '.' || written[^7] != ':' || written[^10] != ':') return null;
        return Number(written[..^10], out var hours) && Number(written[^9..^7], out var minutes) && Number(written[^6..^4], out var seconds) && Number(written[^3..], out var milliseconds)
            ? Duration.FromMilliseconds(((((hours * 60L) + minutes) * 60) + seconds) * 1000 + milliseconds)
            : null;

        static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static string Plain(ReadOnlySpan<char> text) => text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();

    // An arrow in the words would be read as times; escaping its head takes that away.
    internal static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
