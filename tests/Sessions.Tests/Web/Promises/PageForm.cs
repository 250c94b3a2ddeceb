using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sessions.Tests.Web.Promises;

/// <summary>A form of a page that posts.</summary>
/// <param name="Action">Path and query.</param>
/// <param name="Hidden">What it sends along without being asked, the antiforgery token for one.</param>
/// <param name="Fields">Names of what a visitor fills in or presses.</param>
internal sealed record PageForm(string Action, IReadOnlyDictionary<string, string> Hidden, IReadOnlySet<string> Fields)
{
    private const string Controls = "input, textarea, select, button";

    public static IReadOnlyList<PageForm> In(IDocument page, string path) =>
        [.. page.QuerySelectorAll("form").Where(f => f.GetAttribute("method")?.ToUpperInvariant() == "POST").Select(f => Read(f, path))];

    private static PageForm Read(IElement form, string path)
    {
        var named = form.QuerySelectorAll(Controls).Where(c => !string.IsNullOrEmpty(c.GetAttribute("name"))).ToList();
        var hidden = named.Where(c => c is IHtmlInputElement { Type: "hidden" }).ToList();
        return new(form.GetAttribute("action") is { Length: > 0 } action ? action : path,
            hidden.ToDictionary(c => c.GetAttribute("name")!, c => c.GetAttribute("value") ?? ""),
            named.Except(hidden).Select(c => c.GetAttribute("name")!).ToHashSet());
    }
}
