using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Sessions.Web.Public;

/// <summary>
/// People's Markdown as HTML that can do no harm: HTML in it is text, links lead to the web, a mailbox or this site only,
/// and a picture becomes a link, because a public page asks no third party for anything.
/// </summary>
public static class HostText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    /// <param name="below">Level of the heading that the text stands under; its own headings begin one lower.</param>
    public static MarkupString Html(string markdown, int below)
    {
        if (Parsed(markdown) is not { } document) return new($"<p>{System.Net.WebUtility.HtmlEncode(markdown)}</p>");
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + below);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Clean(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && !IsAllowed(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
        return new(document.ToHtml(Pipeline));
    }

    /// <summary>Null for text that nests deeper than the parser goes: it is shown as it was typed.</summary>
    private static MarkdownDocument? Parsed(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    private static void Clean(LinkInline link)
    {
        if (IsAllowed(link.Url))
        {
            if (link.IsImage && link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url!));
            link.IsImage = false;
            return;
        }
        var words = new ContainerInline();
        link.MoveChildrenAfter(words);
        link.ReplaceBy(words, copyChildren: true);
    }

    /// <summary>Paths are told first: Unix takes one for an absolute address of a file.</summary>
    private static bool IsAllowed(string? url) => url switch
    {
        null or "" => false,
        ['#', ..] => true,
        ['/', '/' or '\\', ..] => false,
        ['/', ..] => true,
        _ => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto"),
    };
}
