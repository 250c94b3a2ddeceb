using System.Text.RegularExpressions;

namespace Sessions.Tests.Architecture.Rules;

/// <summary>How a page is written.</summary>
internal static partial class PageRules
{
    private static readonly string[] Static =
        ["src/Sessions.Web/Public", "src/Sessions.Web/SpeakerPortal", "src/Sessions.Web/Account", "src/Sessions.Web/Layouts"];

    public static readonly Rule[] All =
    [
        ForStaticPages("StaticPagesHaveNoInlineStyle", "Our style sheet alone styles public pages (style-src 'self').", InlineStyle()),
        ForStaticPages("StaticPagesHaveNoInlineScript", "Public pages carry no inline script and no inline handler.", InlineScript()),
        Rule.ForFiles("StaticPagesAreStatic", "Public, SpeakerPortal and Account open no circuit; the document alone chooses the mode of a page.", file =>
            file.Extension == ".razor" && file.IsUnder(Static) && file.Path != "src/Sessions.Web/Layouts/Document.razor" && file.Text.Contains("@rendermode", StringComparison.Ordinal)
                ? ["has @rendermode"] : []),
        new("NoForeignRequests", "No page asks a third party for anything until somebody clicks.", house =>
            from file in house.Files
            where file.IsUnder(Static) || file.IsUnder("wwwroot-assets") || file.Path == "src/Sessions.Web/App.razor"
            from Match found in (file.Extension == ".css" ? ForeignStyle() : ForeignElement()).Matches(file.Text)
            select new Breach(file.Path, found.Value)),
        Rule.ForFiles("PublicPagesAreMapped", "Public pages are mapped in PublicPages.cs (a routable page can't be cached).", file =>
            file.IsUnder("src/Sessions.Web/Public") && file.Extension == ".razor" && RoutablePage().IsMatch(file.Text) ? ["has @page"] : []),
        new("PagesInjectLittle", "A page injects at most one service or workflow, and one queries or view class.", house =>
            house.Files.SelectMany(file => InjectsTooMuch(file, house.WritersAndReaders()).Select(fault => new Breach(file.Path, fault)))),
        Rule.ForFiles("MarkupFirstCodeLast", "Markup first and one @code block last.", CodeNotLast),
        Rule.ForFiles("LayoutsLieElsewhere", "A layout does not lie in a folder whose _Imports.razor names it: the request would hang.", file =>
            file.Extension == ".razor" && file.Text.Contains("@inherits LayoutComponentBase", StringComparison.Ordinal) && !file.IsUnder("src/Sessions.Web/Layouts") ? ["a layout outside Layouts/"] : []),
        Rule.ForFiles("LayoutsFolderNamesNoLayout", "The layouts' own folder names no layout.", file =>
            file.Path is "src/Sessions.Web/Layouts/_Imports.razor" or "src/Sessions.Web/_Imports.razor" && file.Text.Contains("@layout", StringComparison.Ordinal) ? ["has @layout"] : []),
    ];

    private static Rule ForStaticPages(string key, string sentence, Regex forbidden) => Rule.ForFiles(key, sentence, file =>
        file.Extension == ".razor" && file.IsUnder(Static) ? forbidden.Matches(file.Text).Select(found => found.Value.Trim()) : []);

    private static IEnumerable<string> InjectsTooMuch(SourceFile file, (IReadOnlySet<string> Writers, IReadOnlySet<string> Readers) house)
    {
        if (file.Extension != ".razor")
            yield break;
        var injected = Injection().Matches(file.Text).Select(match => match.Groups["type"].Value).ToList();
        var writers = injected.Where(house.Writers.Contains).ToList();
        var readers = injected.Where(house.Readers.Contains).ToList();
        if (writers.Count > 1)
            yield return $"injects {string.Join(" and ", writers)}";
        if (readers.Count > 1)
            yield return $"injects {string.Join(" and ", readers)}";
    }

    private static IEnumerable<string> CodeNotLast(SourceFile file)
    {
        if (file.Extension != ".razor" || file.Name == "_Imports.razor")
            yield break;
        var starts = file.Lines.Index().Where(line => line.Item.StartsWith("@code", StringComparison.Ordinal)).Select(line => line.Index).ToList();
        if (starts.Count > 1)
            yield return "has several @code blocks";
        if (starts.Count == 1 && Array.FindIndex(file.Lines, starts[0], line => line == "}") is var end && end != Array.FindLastIndex(file.Lines, line => line.Length > 0))
            yield return "has something after @code";
    }

    [GeneratedRegex(@"\sstyle=|<style\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex("""<(script|link|img|iframe|source|video|audio|embed|object)\b[^>]*\s(src|href|srcset|poster|data)="(https?:)?//[^"]*""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignElement();

    [GeneratedRegex("""(url\(\s*["']?|@import\s+["'])(https?:)?//[^)"']*""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignStyle();

    [GeneratedRegex(@"^@page\s|@attribute \[Route\(", RegexOptions.Multiline, 1000)]
    private static partial Regex RoutablePage();

    [GeneratedRegex(@"^@inject\s+(?<type>[\w.]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Injection();
}
