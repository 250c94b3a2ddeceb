using Markdig;

namespace Sessions.Data.Search;

/// <summary>What a reader sees of a text in Markdown, for the index and for excerpts.</summary>
internal static class PlainMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static string? Of(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return null;
        try
        {
            return Markdown.ToPlainText(markdown, Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested without end; its words are words all the same.
            return markdown;
        }
    }
}
