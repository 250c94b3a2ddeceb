namespace Sessions.Mail;

/// <summary>Where a link in a mail leads. A secret one gives its bearer a right and is never shown to anybody else.</summary>
public sealed record MailLink
{
    private MailLink(string target, bool isSecret)
    {
        Target = target;
        IsSecret = isSecret;
    }

    public string Target { get; }

    public bool IsSecret { get; }

    /// <exception cref="ArgumentException">The target is not an absolute http, https or mailto address.</exception>
    public static MailLink Open(string target) => new(Check(target), isSecret: false);

    /// <exception cref="ArgumentException">The target is not an absolute http, https or mailto address.</exception>
    public static MailLink Secret(string target) => new(Check(target), isSecret: true);

    /// <summary>The link as others may see it: a secret one keeps its host and the first segment of its path.</summary>
    public MailLink Masked()
    {
        if (!IsSecret)
            return this;
        var uri = new Uri(Target);
        var kind = uri.Segments.Length > 2 ? uri.Segments[1] : "";
        return new MailLink($"{uri.GetLeftPart(UriPartial.Authority)}/{kind}…", isSecret: false);
    }

    private static string Check(string target)
    {
        var isLink = Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
        return isLink ? uri!.AbsoluteUri : throw new ArgumentException("A link in a mail is an absolute http, https or mailto address.", nameof(target));
    }
}
