using System.Globalization;

namespace Sessions.Mail;

/// <summary>What a server offered in its answer to EHLO.</summary>
internal sealed class SmtpExtensions
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    public SmtpExtensions(SmtpReply ehlo)
    {
        foreach (var line in ehlo.Lines.Skip(1))
        {
            var words = line.Split(' ', 2);
            // Some servers still write "AUTH=LOGIN" for readers from before RFC 4954.
            if (words[0].Length > 0 && !words[0].Contains('=', StringComparison.Ordinal))
                _parameters[words[0]] = words.Length > 1 ? words[1] : "";
        }
    }

    /// <summary>In octets; null when the server names no limit (RFC 1870).</summary>
    public long? MaxSize =>
        _parameters.TryGetValue("SIZE", out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;

    public bool Offers(string keyword) => _parameters.ContainsKey(keyword);

    public bool OffersSignIn(string mechanism) =>
        _parameters.TryGetValue("AUTH", out var mechanisms) && mechanisms.Split(' ').Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
