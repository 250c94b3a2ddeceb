using System.Net;
using Sessions.Archive;
using Sessions.Files;
using Sessions.Tests.Support;
using Samples = Sessions.Tests.Files.Samples;

namespace Sessions.Tests.Web.Public;

public sealed class ResourceEndpointsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_address_of_a_resource_leads_to_its_newest_version_and_numbers_to_the_older_ones()
    {
        var id = await File("first.pdf");
        await site.Get<ItemService>().Replace(site.Host, site.SessionId, id, await Stored("second.pdf"));

        var newest = await Get($"/resources/{id}");
        Assert.Equal(HttpStatusCode.Redirect, newest.StatusCode);
        Assert.True(newest.Headers.CacheControl!.NoCache);
        Assert.EndsWith("/second.pdf", newest.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Get(newest.Headers.Location.ToString())).StatusCode);
        var older = await Get($"/resources/{id}/1");
        Assert.EndsWith("/first.pdf", older.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Get(older.Headers.Location.ToString())).StatusCode);
        foreach (var nowhere in new[] { $"/resources/{id}/3", $"/resources/{id}/0", $"/resources/{Guid.NewGuid()}" }) Assert.Equal(HttpStatusCode.NotFound, (await Get(nowhere)).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_session_groups_what_it_has_and_says_terms_access_and_the_line_to_print()
    {
        var (items, id) = (site.Get<ItemService>(), await File("Folien <1>.pdf"));
        await items.EditResource(site.Host, site.SessionId, id, new("Bees & buses", Kind: ResourceKind.Slides, Author: "Kim Example", Organisation: "The Library", Licence: "CC-BY-4.0", Language: "de"));
        await items.AddResource(site.Host, site.SessionId, new("Patient records", Kind: ResourceKind.Data, Access: ResourceAccess.Closed, Contact: "The Records Office"));
        await items.AddResource(site.Host, site.SessionId, new("The tool", "https://tool.example.org/?a=1&b=2", Kind: ResourceKind.Tool));

        var page = await (await Get("/series/open/1")).Content.ReadAsStringAsync();
        page = page[page.IndexOf("<main", StringComparison.Ordinal)..];

        Assert.Contains("""<h3 class="resource-kind">Slides</h3>""", page, StringComparison.Ordinal);
        Assert.Contains($"""<a href="/resources/{id}" rel="noopener">Bees &amp; buses</a>""", page, StringComparison.Ordinal);
        Assert.Contains("In Deutsch", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener">Licence CC BY 4.0</a>: anyone may reuse it with your name.""", page, StringComparison.Ordinal);
        Assert.Contains("Kim Example, The Library: Bees &amp; buses (", page, StringComparison.Ordinal);
        Assert.Contains("It exists. Ask: <strong>The Records Office</strong>", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="hidden-text">Access: </span>Closed""", page, StringComparison.Ordinal);
        Assert.Contains("https://tool.example.org/?a=1&amp;b=2", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Bees &amp; buses", StringComparison.Ordinal) < page.IndexOf("Patient records", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Patient records", StringComparison.Ordinal) < page.IndexOf("The tool", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_closed_or_shared_stays_so_as_an_older_version_of_something_open()
    {
        var (items, id) = (site.Get<ItemService>(), await File("names.pdf"));
        await items.EditResource(site.Host, site.SessionId, id, new("Names", Access: ResourceAccess.Shared, Contact: "The Records Office"));
        await items.Replace(site.Host, site.SessionId, id, await Stored("numbers.pdf"));
        await items.EditResource(site.Host, site.SessionId, id, new("Numbers", Access: ResourceAccess.Open));

        Assert.Equal(HttpStatusCode.Redirect, (await Get($"/resources/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/resources/{id}/1")).StatusCode);
        Assert.DoesNotContain("names.pdf", await (await Get("/series/open/1")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_letters_beyond_ASCII_leads_on()
    {
        var id = (await site.Get<ItemService>().AddResource(site.Host, site.SessionId, new("Books", "https://bücher.example.org/ä"))).Value;

        var answer = await Get($"/resources/{id}");

        Assert.Equal((HttpStatusCode.Redirect, "https://xn--bcher-kva.example.org/%C3%A4"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private async Task<Guid> File(string name) => (await site.Get<ArchiveService>().AddFile(site.Host, site.SessionId, await Stored(name), new())).Value;

    private async Task<SavedFile> Stored(string name) => (await site.Get<FileStore>().Save(new MemoryStream(Samples.Pdf), name)).Value!;

    private Task<HttpResponseMessage> Get(string path) => site.Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
}
