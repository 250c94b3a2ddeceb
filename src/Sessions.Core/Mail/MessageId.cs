namespace Sessions.Mail;

/// <summary>A Message-ID (RFC 5322 3.6.4) without its angle brackets.</summary>
public sealed record MessageId
{
    private const int LongestValue = 250;

    private MessageId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The same key gives the same id, and the id tells nobody the key.</summary>
    /// <param name="domain">Our own; <c>localhost</c> will do where mail goes nowhere.</param>
    /// <exception cref="ArgumentException">The domain is no domain name.</exception>
    public static MessageId FromKey(string key, string domain)
    {
        var ascii = EmailAddressSyntax.ToAsciiDomain(domain, fewestLabels: 1) ?? throw new ArgumentException($"Not a domain name: {domain}", nameof(domain));
        return new MessageId($"{MimeHash.Of(key, 32)}@{ascii}");
    }

    /// <summary>Takes an id as stored or received, with or without angle brackets.</summary>
    /// <exception cref="FormatException">It holds a space, a control character or another character an id cannot have.</exception>
    public static MessageId Parse(string text)
    {
        var value = text.Trim() is ['<', .. var inner, '>'] ? inner : text.Trim();
        var isId = value.Length is > 2 and <= LongestValue
            && value.All(c => c is > ' ' and < (char)127 and not ('<' or '>' or '(' or ')' or ',' or ';' or '"' or '\\'))
            && value.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at == value.LastIndexOf('@') && at < value.Length - 1;
        return isId ? new MessageId(value) : throw new FormatException("Not a Message-ID.");
    }

    public override string ToString() => $"<{Value}>";
}
