using System.Text.RegularExpressions;

namespace Sessions.Tests.Web.Public;

/// <summary>What holds for every public page.</summary>
public sealed partial class PageRulesTests(SixtySessions sixty) : IClassFixture<SixtySessions>
{
    public static TheoryData<string> Pages => new("/", "/series/weekly", "/series/weekly/s59", "/series/weekly/s1", "/people/ada-example-1", "/archive", "/archive?q=meeting", "/archive?q=nothing+of+this", "/archive?year=2023", "/about", "/privacy", "/offer");

    [Theory, MemberData(nameof(Pages))]
    public async Task No_public_page_asks_a_third_party_or_carries_code_or_styles_inline(string path)
    {
        var page = await sixty.Read(path);

        Assert.All(Fetched().Matches(page), m => Assert.StartsWith("/", m.Groups["url"].Value, StringComparison.Ordinal));
        // A block of JSON-LD is data: no browser runs it, and the policy does not ask for it.
        Assert.DoesNotMatch(@"<style|\sstyle=|<script(?![^>]*\ssrc=)(?! type=""application/ld\+json"">)|\son\w+=|<iframe|<embed|<object|blazor\.web", page);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_public_page_has_one_title_one_main_heading_and_ids_of_its_own(string path)
    {
        var page = await sixty.Read(path);

        Assert.StartsWith("<!doctype html>", page.TrimStart(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1[ >]", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Single(Regex.Matches(page, "<title>[^<]+</title>", RegexOptions.None, TimeSpan.FromSeconds(5)));
        var ids = Regex.Matches(page, "(?<=\\sid=\")[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("class=\"skip-link\" href=\"#content\"", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_public_page_weighs_at_most_60_KiB_in_at_most_8_requests(string path)
    {
        using var visitor = sixty.Visitor();
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var page = await sixty.Read(path);
        var files = Fetched().Matches(page).Select(m => m.Groups["url"].Value).Distinct().Prepend(path).ToList();

        var weight = 0;
        foreach (var file in files) weight += (await visitor.GetByteArrayAsync(new Uri(file, UriKind.Relative))).Length;

        Assert.InRange(files.Count, 1, 8);
        Assert.InRange(weight, 1, 60 * 1024);
    }

    [Fact]
    public async Task Public_pages_are_strict_and_the_console_is_told_apart()
    {
        using var visitor = sixty.Visitor();
        using var home = await visitor.GetAsync(new Uri("/", UriKind.Relative));
        using var console = await visitor.GetAsync(new Uri("/host", UriKind.Relative));
        using var account = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative));

        Assert.DoesNotContain("unsafe", Policy(home), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(home), StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline'", Policy(console), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(account), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(account.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(home.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(account.Headers.CacheControl!.NoStore);
        Assert.False(home.Headers.Contains("Set-Cookie"));
    }

    private static string Policy(HttpResponseMessage answer) => string.Join(", ", answer.Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("""<(?:link(?=[^>]*rel="(?:stylesheet|icon|preload)")|script|img|video|audio|source|track)[^>]*?\s(?:href|src)="(?<url>[^"]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Fetched();
}
