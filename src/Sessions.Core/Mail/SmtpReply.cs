namespace Sessions.Mail;

/// <summary>A reply of RFC 5321 4.2, its lines joined, with the enhanced status code of RFC 2034 when it has one.</summary>
internal sealed record SmtpReply(int Code, string? Status, IReadOnlyList<string> Lines)
{
    private const int LongestText = 500;

    /// <summary>The channel is closing, whatever was asked (RFC 5321 4.2.1).</summary>
    public const int Closing = 421;

    /// <summary>The answer to DATA that asks for the message.</summary>
    public const int StartMessage = 354;

    /// <summary>The next step of a sign-in is awaited.</summary>
    public const int Challenge = 334;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>530, 534, 535 and 538 speak of us and not of the message (RFC 4954 6, RFC 3207 4).</summary>
    public bool IsAboutSignIn => Code is 530 or 534 or 535 or 538;

    public string Text
    {
        get
        {
            var text = Printable.Line(string.Join(' ', Lines));
            return text.Length <= LongestText ? text : text[..LongestText] + "…";
        }
    }

    public SendOutcome ToOutcome() => this switch
    {
        { IsPositive: true } => new SendOutcome.Delivered($"{Code} {Text}"),
        { IsPermanent: true, IsAboutSignIn: false } => new SendOutcome.Refused(Code, Text, Status),
        _ => new SendOutcome.Deferred(Code, Text, Status),
    };

    /// <exception cref="SmtpFaultException">The lines are no reply.</exception>
    public static SmtpReply Parse(IReadOnlyList<string> lines)
    {
        if (lines[^1] is not [var a and >= '2' and <= '5', var b and >= '0' and <= '9', var c and >= '0' and <= '9', ..])
            throw new SmtpFaultException("The mail server answered with something that is not SMTP.");
        var texts = lines.Select(line => line.Length > 4 ? line[4..] : "").ToList();
        return new SmtpReply(((a - '0') * 100) + ((b - '0') * 10) + (c - '0'), StatusIn(texts[^1], a), texts);
    }

    private static string? StatusIn(string text, char kind)
    {
        var word = text.Split(' ', 2)[0];
        var numbers = word.Split('.');
        var isStatus = numbers.Length == 3 && numbers[0] == kind.ToString() && numbers.All(n => n.Length is > 0 and <= 3 && n.All(char.IsAsciiDigit));
        return isStatus ? word : null;
    }
}
