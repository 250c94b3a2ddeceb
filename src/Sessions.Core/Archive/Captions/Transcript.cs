using System.Globalization;
using System.Text;
using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>Captions as a text to read: who speaks, and from time to time when.</summary>
public static class Transcript
{
    /// <summary>A new paragraph begins with another speaker, after a silence, or when one has become this long.</summary>
    private static readonly Duration Silence = Duration.FromSeconds(4), Longest = Duration.FromSeconds(60);

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder();
        Cue? first = null, last = null;
        foreach (var cue in cues)
        {
            if (first is null || last is null || cue.Speaker != last.Speaker || cue.From - last.To > Silence || cue.From - first.From > Longest)
            {
                if (first is not null) text.Append("\n\n");
                first = cue;
                text.Append(CultureInfo.InvariantCulture, $"[{Moment(cue.From)}] ");
                if (cue.Speaker is { } speaker) text.Append(speaker).Append(": ");
            }
            else text.Append(' ');
            text.Append(cue.Text.Replace('\n', ' '));
            last = cue;
        }

        return text.Append('\n').ToString();
    }

    /// <summary>As people write it: 4:07, 1:04:07.</summary>
    public static string Moment(Duration at) => at < Duration.FromHours(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{at.Minutes}:{at.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours}:{at.Minutes:00}:{at.Seconds:00}");
}
