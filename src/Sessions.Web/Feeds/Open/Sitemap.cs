using System.Globalization;
using System.Xml;
using Sessions.People;
using Sessions.Views.OpenData;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds.Open;

/// <summary>Where search engines find the public pages (sitemaps.org, protocol 0.9): one file, or an index of several.</summary>
public sealed class Sitemap(SiteOptions site, OpenAddresses addresses)
{
    /// <summary>The protocol's own limit for one file.</summary>
    public const int MostAddresses = 50_000;

    public const string MediaType = "application/xml; charset=utf-8";

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Fixed = ["/", "/archive", .. SiteTextDefaults.Keys.Select(key => "/" + key)];

    public static string Path(int page) => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{page}.xml");

    /// <summary>How many files it takes.</summary>
    public async Task<int> Pages(int most = MostAddresses) => (await addresses.Count() + Fixed.Length + most - 1) / most;

    public async Task WriteIndex(Stream output, int pages)
    {
        await using var xml = Writer(output);
        await xml.WriteStartElementAsync(null, "sitemapindex", Space);
        for (var page = 1; page <= pages; page++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, site.Link(Path(page)));
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    /// <param name="page">From 1.</param>
    public async Task WritePage(Stream output, int page, int most = MostAddresses, CancellationToken stop = default)
    {
        await using var xml = Writer(output);
        await xml.WriteStartElementAsync(null, "urlset", Space);
        var at = -1;
        await foreach (var address in All(stop))
        {
            if (++at / most + 1 != page) continue;
            await xml.WriteStartElementAsync(null, "url", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, site.Link(address.Path));
            if (address.ChangedAt is { } changed) await xml.WriteElementStringAsync(null, "lastmod", Space, OpenJson.Utc(changed));
            await xml.WriteEndElementAsync();
            if (at % 200 == 0) await xml.FlushAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private async IAsyncEnumerable<OpenAddress> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var path in Fixed) yield return new(path);
        await foreach (var address in addresses.All(stop)) yield return address;
    }

    private static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(output, new() { Async = true, Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true });
}
