using System.Text.Json;

namespace Sessions.Browser.Support;

/// <summary>Asks axe-core for every WCAG 2.2 AA rule, on the page as it stands, in the light and in the dark theme.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
          return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target.join(' ')}`));
        }
        """;

    public static async Task AssertNoViolations(IPage page)
    {
        var violations = new List<string>();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            violations.AddRange((await Violations(page)).Select(violation => $"{theme}: {violation}"));
        }

        Assert.True(violations.Count == 0, $"axe at {page.Url}:\n{string.Join('\n', violations)}");
    }

    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Repository.AxeScript));
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
