using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sessions.Invitations;
using Sessions.Registrations;
using Sessions.Tests.Support;

namespace Sessions.Tests.Workflows;

/// <summary>
/// One message of the folder replies, whose name is what it shows. Its first line is no part of it:
/// <c># before -> effect [refusal], state of Kim: words that are kept</c>. In the rest <c>{uid}</c> and the like stand for what
/// the house sent, <c>{repeat 9}…{/repeat}</c> writes again with <c>{i}</c> as its number, <c>{fold}…{/fold}</c> folds content lines, and
/// <c>{base64 utf-8}</c>, <c>{qp windows-1252}</c> and <c>{octets utf-16}</c> say how the octets of a part travel.
/// </summary>
internal sealed partial record ReplyFile(string Name, ReplyBefore Before, bool IsBareLf, InboundEffect Effect, ReplyRefusal? Refusal, RegistrationState Kim, string? Words, string Text)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Sessions.Tests", "Workflows", "replies");

    public static IReadOnlyList<ReplyFile> All { get; } = [.. Directory.GetFiles(Folder, "*.eml").Order(StringComparer.Ordinal).Select(Load)];

    /// <summary>Whether somebody has a place, or has none, because of it.</summary>
    public bool ChangesAPlace => Effect is InboundEffect.PlaceGivenUp or InboundEffect.PlaceTaken or InboundEffect.Waiting;

    public byte[] Bytes(IReadOnlyDictionary<string, string> facts)
    {
        var text = Repeats().Replace(Text, m => string.Concat(Enumerable.Range(1, int.Parse(m.Groups["times"].Value, CultureInfo.InvariantCulture)).Select(i => m.Groups["text"].Value.Replace("{i}", $"{i}", StringComparison.Ordinal))));
        text = Names().Replace(text, m => facts.TryGetValue(m.Groups["name"].Value, out var fact) ? fact : m.Value);
        text = Folds().Replace(text, m => string.Join('\n', m.Groups["lines"].Value.Split('\n').Select(Folded)));
        var end = IsBareLf ? "\n" : "\r\n";
        var bytes = new List<byte>();
        var at = 0;
        foreach (var part in Parts().Matches(text).Cast<Match>())
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at..part.Index].Replace("\n", end, StringComparison.Ordinal)));
            bytes.AddRange(Encoded(part.Groups["how"].Value, part.Groups["charset"].Value, part.Groups["text"].Value.Replace("\n", end, StringComparison.Ordinal), end));
            at = part.Index + part.Length;
        }
        return [.. bytes, .. Encoding.UTF8.GetBytes(text[at..].Replace("\n", end, StringComparison.Ordinal))];
    }

    private static byte[] Encoded(string how, string charset, string text, string end)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        byte[] octets = [.. charset == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        return how switch
        {
            "base64" => Encoding.ASCII.GetBytes(string.Concat(Convert.ToBase64String(octets).Chunk(76).Select(line => new string(line) + end))),
            "qp" => Encoding.ASCII.GetBytes(string.Concat(octets.Select(o => o is (byte)'\r' or (byte)'\n' ? $"{(char)o}" : o is < 32 or > 126 or (byte)'=' ? $"={o:X2}" : $"{(char)o}"))),
            _ => octets,
        };
    }

    private static string Folded(string line)
    {
        var text = new StringBuilder();
        for (var at = 0; at < line.Length; at += 70) text.Append(at > 0 ? "\n " : "").Append(line.AsSpan(at, Math.Min(70, line.Length - at)));
        return text.ToString();
    }

    private static ReplyFile Load(string path)
    {
        var (name, text) = (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
        var head = Head().Match(text);
        Assert.True(head.Success, $"The first line of {name} says nothing.");
        return new(name, Enum.Parse<ReplyBefore>(head.Groups["before"].Value, ignoreCase: true), head.Groups["lf"].Success, Enum.Parse<InboundEffect>(head.Groups["effect"].Value),
            head.Groups["refusal"].Success ? Enum.Parse<ReplyRefusal>(head.Groups["refusal"].Value) : null, Enum.Parse<RegistrationState>(head.Groups["kim"].Value),
            head.Groups["words"].Success ? head.Groups["words"].Value : null, text[head.Length..]);
    }

    [GeneratedRegex(@"\A# (?<before>\w+)(?<lf>, lf)? -> (?<effect>\w+)( (?<refusal>\w+))?, (?<kim>\w+)(: (?<words>[^\n]+))?\n", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"\{repeat (?<times>\d+)\}(?<text>.*?)\{/repeat\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Repeats();

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex(@"\{fold\}(?<lines>.*?)\{/fold\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Folds();

    [GeneratedRegex(@"\{(?<how>base64|qp|octets) (?<charset>[\w-]+)\}\n(?<text>.*?)\{/\k<how>\}\n?", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}

/// <summary>How things stand when the message comes. There is one place, and Lee waits for it where nothing else is said.</summary>
internal enum ReplyBefore
{
    /// <summary>It is Kim's.</summary>
    Placed,

    /// <summary>It was Kim's until a no; nobody else is there.</summary>
    Declined,

    /// <summary>It was Kim's until a no; now it is Lee's.</summary>
    Full,

    /// <summary>It is Kim's, and the session has another hour.</summary>
    Moved,

    /// <summary>It is Kim's, who said maybe an hour after the stamp that is used here.</summary>
    Answered,

    /// <summary>The session took place.</summary>
    Over,

    /// <summary>Kim wants no mail.</summary>
    Blocked,
}
