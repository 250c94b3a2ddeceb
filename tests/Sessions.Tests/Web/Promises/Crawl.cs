using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sessions.Tests.Web.Promises;

/// <summary>Every page and file that links lead a visitor to, from the home page and what else is known to begin at.</summary>
internal sealed class Crawl
{
    private const int MostPages = 400;

    private static readonly HtmlParser Parser = new();
    private static readonly (string Selector, string Attribute)[] Links =
        [("a, link, area", "href"), ("img, script, source, video, audio, track, iframe", "src"), ("input[readonly]", "value")];

    public List<Answered> Answers { get; } = [];

    public List<PageForm> Forms { get; } = [];

    public static async Task<Crawl> From(Visitor visitor, Uri site, IEnumerable<string> starts)
    {
        var crawl = new Crawl();
        var (seen, next) = (new HashSet<string>(), new Queue<string>());
        foreach (var start in starts.Prepend("/").Where(seen.Add)) next.Enqueue(start);
        while (next.TryDequeue(out var path))
        {
            Assert.True(crawl.Answers.Count < MostPages, $"more than {MostPages} pages: {path}");
            var answer = await visitor.Get(path);
            crawl.Answers.Add(answer);
            foreach (var found in crawl.Read(answer, site).Where(seen.Add)) next.Enqueue(found);
        }
        return crawl;
    }

    private IEnumerable<string> Read(Answered answer, Uri site)
    {
        var found = answer.Location is { } location ? [location] : new List<string>();
        if (answer.IsHtml)
        {
            var page = Parser.ParseDocument(answer.Text);
            Forms.AddRange(PageForm.In(page, answer.Path));
            foreach (var (selector, attribute) in Links)
                found.AddRange(page.QuerySelectorAll(selector).Select(e => e.GetAttribute(attribute)).OfType<string>());
        }
        return found.Select(link => Path(new(site, answer.Path), link)).OfType<string>();
    }

    /// <summary>Path and query on this site, the one the app listens at or the one it calls itself; null elsewhere, and for the files of libraries, which only a published site has.</summary>
    private static string? Path(Uri page, string link) =>
        Uri.TryCreate(page, link, out var to) && to.Scheme == Uri.UriSchemeHttp && (to.Authority == page.Authority || to.Host == "localhost")
            && !to.AbsolutePath.StartsWith("/_content/", StringComparison.Ordinal) && !to.AbsolutePath.StartsWith("/_framework/", StringComparison.Ordinal) ? to.PathAndQuery : null;
}
