using System.Net;
using NodaTime;
using Sessions.Scheduling;
using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Public;

public sealed class PageTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 10, 1, 9, 0);

    [Fact]
    public async Task An_upcoming_session_names_weekday_date_hours_zone_and_offset()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly", "Weekly").Session("one", Samples.At(2023, 11, 1), "Tools", 41).Speaker("Ada Example", "Engineer", "On engines").Save();

        var page = await site.Read("/series/weekly/one");

        Assert.Contains("Wednesday 1 November 2023,", page, StringComparison.Ordinal);
        Assert.Contains("""<time datetime="2023-11-01T12:00Z">12:00</time>""", page, StringComparison.Ordinal);
        Assert.Contains("Europe/London, Greenwich Mean Time (UTC", page, StringComparison.Ordinal);
        Assert.Contains("The clocks go back before this session.", page, StringComparison.Ordinal);
        Assert.Contains("On engines", page, StringComparison.Ordinal);
        Assert.Contains("calendar.google.com", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_is_shown_in_another_zone_without_a_script()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", Samples.At(2023, 11, 1)).Save();

        Assert.Contains("In Warsaw: Wednesday 1 November 2023, 13:00 to 14:00", await site.Read("/series/weekly/one?zone=Europe/Warsaw"), StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"status\"", await site.Read("/series/weekly/one?zone=Nowhere/Land"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_speakers_is_a_normal_page()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one").Save();

        var page = await site.Read("/series/weekly/one");

        Assert.Contains("No speakers announced yet", page, StringComparison.Ordinal);
        Assert.Contains("Title to be announced", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month", "March 2024, day to be announced")]
    [InlineData("days", "Thursday 7 to Saturday 9 March 2024")]
    [InlineData("by", "On or before Sunday 31 March 2024")]
    [InlineData("open", "Date to be announced")]
    public async Task A_vague_time_is_said_as_vaguely_as_it_is(string slug, string words)
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("month", SessionTime.InMonth(new YearMonth(2024, 3), Samples.Zone))
            .Session("days", SessionTime.Days(new(2024, 3, 7), new(2024, 3, 9), Samples.Zone)).Session("by", SessionTime.NotAfter(new(2024, 3, 31), Samples.Zone))
            .Session("open", SessionTime.Unknown(Samples.Zone)).Save();

        Assert.Contains(words, await site.Read($"/series/weekly/{slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_session_shows_its_old_hour_struck_through()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", Samples.At(2023, 11, 1), with: s => s.Move(Samples.At(2023, 11, 1, 14), Now)).Save();

        var page = await site.Read("/series/weekly/one");

        Assert.Contains("12:00</s>", page, StringComparison.Ordinal);
        Assert.Contains(">14:00</time>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_session_keeps_its_page_and_loses_its_form_and_calendar_links()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("one", with: s => s.Cancel(Guid.NewGuid(), "Two fell ill.", Now)).Save();

        var page = await site.Read("/series/weekly/one");

        Assert.Contains("This session does not take place.", page, StringComparison.Ordinal);
        Assert.Contains("Two fell ill.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"email\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar.google.com", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_session_says_what_is_left_of_it_and_what_is_not()
    {
        using var site = new PublicSite();
        await site.Samples.Series("weekly").Session("bare", Samples.At(2023, 9, 1)).Session("full", Samples.At(2023, 9, 8)).Speaker("Ada Example")
            .RecordingAt("https://video.example.org/1").ResourceAt("Slides", "https://example.org/s", "CC-BY-4.0").WriteUp("It *went* well.").Save();

        var bare = await site.Read("/series/weekly/bare");
        var full = await site.Read("/series/weekly/full");

        Assert.Contains("No recording is on record", bare, StringComparison.Ordinal);
        Assert.Contains("Held on Friday 8 September 2023,", full, StringComparison.Ordinal);
        Assert.Contains("https://video.example.org/1", full, StringComparison.Ordinal);
        Assert.Contains("<em>went</em>", full, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", full, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"email\"", full, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/series/nowhere")]
    [InlineData("/series/weekly/nothing")]
    [InlineData("/series/draft")]
    [InlineData("/people/nobody")]
    [InlineData("/archive?page=99")]
    public async Task Every_wrong_address_gets_the_same_page_with_its_one_form(string path)
    {
        using var site = new PublicSite();
        await site.Samples.Series("draft", published: false).Series("weekly").Session("one").Save();
        using var visitor = site.Visitor();

        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no page at this address", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/my/link\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("about")]
    [InlineData("conduct")]
    [InlineData("privacy")]
    [InlineData("contact")]
    public async Task A_page_the_hosts_have_not_written_says_so(string key)
    {
        using var site = new PublicSite();

        Assert.Contains("The hosts have not written this page yet.", await site.Read($"/{key}"), StringComparison.Ordinal);
        await site.Samples.SiteText(key, "# Ours\n\nWritten **now**.").Save();
        var written = await site.Read($"/{key}");

        Assert.DoesNotContain("not written", written, StringComparison.Ordinal);
        Assert.Contains("<h2>Ours</h2>", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_site_says_what_happens_next()
    {
        using var site = new PublicSite();

        Assert.Contains("No series yet", await site.Read("/"), StringComparison.Ordinal);
        Assert.Contains("Nothing was held yet", await site.Read("/archive"), StringComparison.Ordinal);
    }
}
