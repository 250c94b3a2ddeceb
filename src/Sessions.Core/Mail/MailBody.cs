namespace Sessions.Mail;

/// <summary>What a mail says, written once and rendered to text and to HTML.</summary>
/// <param name="Title">The title of the HTML page, usually the subject.</param>
/// <param name="Language">A BCP 47 tag, as <c>en</c>.</param>
public sealed record MailBody(string Title, IReadOnlyList<MailBlock> Blocks, string Language = "en")
{
    public string ToText() => MailBodyText.Render(this);

    public string ToHtml() => MailBodyHtml.Render(this);

    /// <summary>
    /// The same body for other eyes than the recipient's: no secret target is left in it, neither behind a link nor
    /// spelled out in a text.
    /// </summary>
    public MailBody Masked() => MailBodyMask.Apply(this);
}
