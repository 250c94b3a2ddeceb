using System.Text;
using System.Text.RegularExpressions;

namespace Sessions.Browser.Support;

/// <summary>One MIME entity: its headers and either its parts or its decoded content.</summary>
public sealed partial class MailPart
{
    private readonly Dictionary<string, string> headers;
    private readonly string body;

    private MailPart(Dictionary<string, string> headers, string body) => (this.headers, this.body) = (headers, body);

    public string Type => Header("Content-Type").Split(';')[0].Trim() is { Length: > 0 } type ? type : "text/plain";

    public string FileName => Parameter("Content-Disposition", "filename");

    public string Text => Encoding.UTF8.GetString(Content());

    public static MailPart Parse(byte[] bytes) => Parse(Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\r\n"));

    /// <summary>The header unfolded and with encoded words read (RFC 2047); empty where it is missing.</summary>
    public string Header(string name) => headers.TryGetValue(name, out var value) ? value : "";

    public string Parameter(string header, string name) =>
        Regex.Match(Header(header), $"""[;\s]{name}=("(?<v>[^"]*)"|(?<v>[^;\s]*))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;

    public byte[] Content() => Header("Content-Transfer-Encoding").Trim().ToUpperInvariant() switch
    {
        "BASE64" => Convert.FromBase64String(body.Trim()),
        "QUOTED-PRINTABLE" => Unquote(body.Replace("=\r\n", "", StringComparison.Ordinal)),
        _ => Encoding.Latin1.GetBytes(body),
    };

    public IReadOnlyList<MailPart> Leaves()
    {
        if (!Type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return [this];
        var pieces = ("\r\n" + body).Split("\r\n--" + Parameter("Content-Type", "boundary"));
        return [.. pieces.Skip(1).TakeWhile(piece => !piece.StartsWith("--", StringComparison.Ordinal)).SelectMany(piece => Parse(piece[(piece.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]).Leaves())];
    }

    private static MailPart Parse(string raw)
    {
        var end = raw.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2;
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Fold().Replace(raw[..end], " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            read.TryAdd(line[..line.IndexOf(':', StringComparison.Ordinal)], DecodeWords(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
        return new(read, raw[(end + 2)..]);
    }

    private static string DecodeWords(string value) =>
        EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), word => Encoding.UTF8.GetString(
            string.Equals(word.Groups["how"].Value, "B", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(word.Groups["text"].Value)
                : Unquote(word.Groups["text"].Value.Replace('_', ' '))));

    private static byte[] Unquote(string text) =>
        Encoding.Latin1.GetBytes(QuotedOctet().Replace(text, octet => ((char)Convert.ToByte(octet.Groups["hex"].Value, 16)).ToString()));

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[bq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=(?<hex>[0-9A-Fa-f]{2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedOctet();
}
