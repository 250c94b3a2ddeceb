using System.Net;
using Microsoft.EntityFrameworkCore;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Public;

public sealed class SearchPageTests
{
    [Fact]
    public async Task A_result_says_what_was_found_where_and_when_with_the_words_marked_and_nothing_of_it_is_markup()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly", "Weekly").Session("one", Samples.At(2023, 9, 13), "<b>Rivers</b> & bridges", 40).Speaker("Ada <i>River</i>", "Engineer").Save();

        var page = await site.Read("/archive?q=river");

        Assert.Contains("Weekly, session 40, Wednesday 13 September 2023", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;<mark>River</mark>s&lt;/b&gt; &amp; bridges", page, StringComparison.Ordinal);
        Assert.Contains("Ada &lt;i&gt;<mark>River</mark>&lt;/i&gt;, Engineer", page, StringComparison.Ordinal);
        Assert.Contains("is in one session.", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://sessions.example.org/archive?q=river\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_without_a_question_is_as_it_was_with_the_search_on_top()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", Samples.At(2023, 9, 13), "Rivers").Save();

        foreach (var path in new[] { "/archive", "/archive?q=", "/archive?q=+&has=&year=&series=", "/archive?has=nothing&year=soon" })
        {
            var page = await site.Read(path);
            Assert.Contains("Every session that was held", page, StringComparison.Ordinal);
            Assert.Contains("name=\"q\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("noindex", page, StringComparison.Ordinal);
        }
        Assert.Contains("name=\"q\"", await site.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_in_the_form()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("a", Samples.At(2022, 9, 7), "Rivers one").Session("b", Samples.At(2023, 9, 13), "Rivers two").RecordingAt("https://video.example.org/1").Save();

        var page = await site.Read("/archive?year=2022&q=rivers");
        var none = await site.Read("/archive?q=rivers&year=2022&has=recording");

        Assert.Contains("href=\"/archive?q=rivers&amp;year=2022&amp;has=recording\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2022\" selected", page, StringComparison.Ordinal);
        Assert.DoesNotContain("two", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"has\" value=\"recording\"", none, StringComparison.Ordinal);
        Assert.Contains("2 sessions without them", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_question_is_kept_apart_in_the_cache_and_an_edit_is_found_at_once()
    {
        using var site = new PublicSite();
        var samples = await site.Samples.Series("weekly").Session("one", title: "Rivers").Session("two", title: "Bridges").Save();
        using var visitor = site.Visitor();

        Assert.Contains("/series/weekly/one", await site.Read("/archive?q=rivers"), StringComparison.Ordinal);
        Assert.DoesNotContain("/series/weekly/one", await site.Read("/archive?q=bridges"), StringComparison.Ordinal);
        Assert.DoesNotContain("/series/weekly/one", await site.Read("/archive?q=rivers&year=1999"), StringComparison.Ordinal);
        using var kept = await visitor.GetAsync(new Uri("/archive?q=rivers", UriKind.Relative));
        using var unknown = await visitor.GetAsync(new Uri("/archive?q=rivers&ref=mail", UriKind.Relative));
        await site.Database.Write(async db => (await db.Sessions.SingleAsync(s => s.Id == samples.LastSession.Id)).Title = "More rivers");

        Assert.NotNull(kept.Headers.Age);
        Assert.NotNull(unknown.Headers.Age);
        Assert.Contains("/series/weekly/two", await site.Read("/archive?q=rivers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_fill_a_bounded_part_of_the_cache_only()
    {
        using var site = new PublicSite();
        using var visitor = site.Visitor();
        for (var i = 0; i < 205; i++) await visitor.GetStringAsync(new Uri($"/archive?q=made+up+{i}", UriKind.Relative));

        using var early = await visitor.GetAsync(new Uri("/archive?q=made+up+7", UriKind.Relative));
        using var late = await visitor.GetAsync(new Uri("/archive?q=made+up+204", UriKind.Relative));
        using var other = await visitor.GetAsync(new Uri("/archive", UriKind.Relative));
        using var again = await visitor.GetAsync(new Uri("/archive", UriKind.Relative));

        Assert.NotNull(early.Headers.Age);
        Assert.Null(late.Headers.Age);
        Assert.NotNull(again.Headers.Age);
    }

    [Theory]
    [InlineData("q=%00%ff%fe")]
    [InlineData("q=%22+OR+%22*+NEAR(")]
    [InlineData("q='%3b+DROP+TABLE+sessions--")]
    [InlineData("q=a&q=b&q=c")]
    [InlineData("q=%EF%BF%BF%F0%9F%A6%8A%E2%80%AEabc")]
    [InlineData("q=rivers&page=-1")]
    [InlineData("q=rivers&year=99999999999999")]
    [InlineData("q=rivers&series=%00%27")]
    [InlineData("Q=RIVERS&HAS=recording")]
    public async Task Whatever_stands_in_the_address_the_answer_is_a_page(string query)
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", title: "Rivers").Save();

        Assert.Contains("role=\"search\"", await site.Read("/archive?" + query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_question_is_refused_in_a_sentence_and_a_page_that_is_not_there_is_not_found()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", title: "Rivers").Save();
        using var visitor = site.Visitor();

        var tooLong = await site.Read("/archive?q=" + new string('x', 4000));

        Assert.Contains("At most 150 characters and 12 words", tooLong, StringComparison.Ordinal);
        Assert.Contains($"value=\"{new string('x', 4000)}\"", tooLong, StringComparison.Ordinal);
        using var beyond = await visitor.GetAsync(new Uri("/archive?q=rivers&page=2", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task Choosing_the_appearance_leads_back_to_the_same_question()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", title: "Rivers").Save();
        using var visitor = site.Visitor();
        Assert.Contains("name=\"back\" value=\"/archive?q=rivers%20%26%20caf%C3%A9s\"", await site.Read("/archive?q=rivers+%26+caf%C3%A9s"), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("back", "/archive?q=rivers%20%26%20caf%C3%A9s")]);

        using var chosen = await visitor.PostAsync(new Uri("/appearance", UriKind.Relative), form);

        Assert.Equal("/archive?q=rivers%20%26%20caf%C3%A9s", chosen.Headers.Location!.OriginalString);
    }
}
