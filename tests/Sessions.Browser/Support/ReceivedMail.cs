using System.Net;
using System.Text.RegularExpressions;

namespace Sessions.Browser.Support;

/// <summary>One message as its reader sees it. Read by code of its own: the product's parser must not vouch for the product's writer.</summary>
public sealed partial class ReceivedMail
{
    private readonly MailPart message;

    private ReceivedMail(MailPart message) => this.message = message;

    public string From => Header("From");

    public string To => Header("To");

    public string Subject => Header("Subject");

    /// <summary>The first text/plain part, decoded.</summary>
    public string Text => Body("text/plain");

    public string Html => Body("text/html");

    /// <summary>The first text/calendar part, decoded but still folded; empty where the mail carries none.</summary>
    public string Calendar => Body("text/calendar");

    public IReadOnlyList<MailPart> Parts => message.Leaves();

    /// <summary>Every http(s) address in the HTML part's links, or in the text where there is no HTML.</summary>
    public IReadOnlyList<Uri> Links => Html.Length > 0
        ? [.. Href().Matches(Html).Select(link => new Uri(WebUtility.HtmlDecode(link.Groups["url"].Value)))]
        : [.. Bare().Matches(Text).Select(link => new Uri(link.Value))];

    public static ReceivedMail Parse(byte[] bytes) => new(MailPart.Parse(bytes));

    public string Header(string name) => message.Header(name);

    /// <summary>The first link whose path begins with the words given: <c>mail.Link("/join/")</c>.</summary>
    public Uri Link(string path) => Links.FirstOrDefault(link => link.AbsolutePath.StartsWith(path, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No link to {path} in '{Subject}'; there are:\n{string.Join('\n', Links)}");

    [GeneratedRegex("""href=["'](?<url>https?://[^"']+)["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();

    [GeneratedRegex(@"https?://[^\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex Bare();

    private string Body(string type) => message.Leaves().FirstOrDefault(part => string.Equals(part.Type, type, StringComparison.OrdinalIgnoreCase))?.Text ?? "";
}
