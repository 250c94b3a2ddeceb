using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Web.Feeds.Open;

namespace Sessions.Tests.Web.Feeds.Open;

public sealed class SitemapTests
{
    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Every_address_of_the_sitemap_is_a_page_and_stands_there_once()
    {
        await using var stage = await OpenStage.Open();

        var addresses = Addresses(await stage.Site.Read("/sitemap.xml"));
        foreach (var address in addresses) await stage.Site.Read(new Uri(address).PathAndQuery);

        Assert.Equal(addresses.Distinct(), addresses);
        Assert.All(addresses, address => Assert.StartsWith("https://sessions.example.org/", address, StringComparison.Ordinal));
        Assert.Superset(new HashSet<string> { "https://sessions.example.org/", "https://sessions.example.org/series/weekly/held", "https://sessions.example.org/people/kim-example", "https://sessions.example.org/about" }, addresses.ToHashSet());
        Assert.Equal(11, addresses.Count);
    }

    [Fact]
    public async Task More_than_one_file_may_hold_stand_in_several_with_an_index_and_none_is_lost()
    {
        await using var stage = await OpenStage.Open();
        var sitemap = stage.Site.Services.GetRequiredService<Sitemap>();
        var whole = Addresses(await stage.Site.Read("/sitemap.xml"));

        var pages = await sitemap.Pages(most: 4);
        var split = new List<string>();
        for (var page = 1; page <= pages; page++) split.AddRange(Addresses(await Written(output => sitemap.WritePage(output, page, most: 4))));
        var index = XDocument.Parse(await Written(output => sitemap.WriteIndex(output, pages))).Root!;

        Assert.Equal(3, pages);
        Assert.Equal(whole, split);
        Assert.Equal(Space + "sitemapindex", index.Name);
        Assert.Equal(["https://sessions.example.org/sitemap-1.xml", "https://sessions.example.org/sitemap-2.xml", "https://sessions.example.org/sitemap-3.xml"], index.Descendants(Space + "loc").Select(l => l.Value));
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is()
    {
        await using var stage = await OpenStage.Open();

        Assert.Contains("\nSitemap: https://sessions.example.org/sitemap.xml\n", await stage.Site.Read("/robots.txt"), StringComparison.Ordinal);
    }

    private static List<string> Addresses(string xml) => [.. XDocument.Parse(xml).Descendants(Space + "loc").Select(l => l.Value)];

    private static async Task<string> Written(Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        await write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
