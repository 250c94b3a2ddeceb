using System.Text;

namespace Sessions.Archive.Captions;

/// <summary>Writes cues for players (W3C WebVTT).</summary>
public static class WebVtt
{
    public const string MediaType = "text/vtt; charset=utf-8";

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
        {
            text.Append('\n').Append(CueTime.Write(cue.From)).Append(" --> ").Append(CueTime.Write(cue.To)).Append('\n');
            if (cue.Speaker is { } speaker) text.Append("<v ").Append(Escape(speaker)).Append('>');
            text.Append(Escape(cue.Text)).Append('\n');
        }
        return text.ToString();
    }

    // An arrow in the words would be read as times; escaping its head takes that away.
    internal static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
