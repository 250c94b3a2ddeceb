namespace Sessions.Mail;

/// <summary>A mail as different readers show it. A browser can't be asked to see one frame in the dark, so each look has that question answered.</summary>
/// <param name="Light">HTML, as in a reader with a light background.</param>
/// <param name="Dark">HTML, as in a reader with a dark one.</param>
public sealed record MailLook(string Text, string Light, string Dark)
{
    private const string Asks = "@media (prefers-color-scheme: dark)";

    /// <param name="html">A body of ours, as it leaves.</param>
    public static MailLook Of(string text, string html) => new(text, Answered(html, "not all"), Answered(html, "all"));

    public static MailLook Of(MailBody body) => Of(body.ToText(), body.ToHtml());

    /// <summary>In the sheet alone, which no text of a mail can end or come before unescaped.</summary>
    private static string Answered(string html, string media)
    {
        var sheet = html.IndexOf("</style>", StringComparison.Ordinal);
        var at = sheet < 0 ? -1 : html.LastIndexOf(Asks, sheet, StringComparison.Ordinal);
        return at < 0 ? html : $"{html[..at]}@media {media}{html[(at + Asks.Length)..]}";
    }
}
