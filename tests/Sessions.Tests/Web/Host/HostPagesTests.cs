using Bunit;
using Sessions.Tests.Support;
using Sessions.Views;
using Sessions.Web.Host.Overview;
using Sessions.Web.Host.Room;
using Sessions.Web.Host.Texts;

namespace Sessions.Tests.Web.Host;

public sealed class HostPagesTests
{
    private const string LongName = "Anextraordinarilylongtitlewithoutanyspace-that-must-wrap-and-never-be-cut-because-titles-are-what-people-look-for";

    [Fact]
    public async Task A_fresh_site_leads_to_the_first_series()
    {
        await using var stage = await ConsoleStage.Create();
        await stage.SignIn(null);

        var page = stage.Render<TodayPage>();

        page.WaitForElement("a[href='/host/series/new']");
        Assert.Contains("Plan ten dates", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".needs li"));
    }

    [Fact]
    public async Task Today_says_in_words_what_needs_a_host_and_where_to_do_it()
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("weekly").Session("next", Samples.At(2023, 11, 1), LongName, 41));
        await stage.SignIn(samples.LastSeries.Id);

        var page = stage.Render<TodayPage>();

        page.WaitForElement(".needs li");
        Assert.Equal("Two things need a host", page.Find("h1").TextContent);
        Assert.Equal(["Session 41 has no room link, stream or address", "Session 41 has no speaker"], page.FindAll("ol.needs h3").Select(h => h.TextContent));
        Assert.Equal($"/host/sessions/{samples.LastSession.Id}/speakers", page.FindAll("ol.needs a")[1].GetAttribute("href"));
        Assert.Contains(LongName, page.Find("tbody th").TextContent, StringComparison.Ordinal);
        Assert.Contains("Wed 1 Nov 2023, 12:00 London", page.Find("tbody small").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_without_sessions_offers_to_plan_and_with_drafts_to_publish()
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("empty").Series("weekly").Session("draft", Samples.At(2023, 11, 1), "A draft", published: false));
        await stage.SignIn(null);

        var empty = stage.Render<SeriesRoomPage>(p => p.Add(x => x.Slug, "empty"));
        var weekly = stage.Render<SeriesRoomPage>(p => p.Add(x => x.Slug, "weekly"));

        Assert.Equal("/host/series/empty/plan", empty.WaitForElement(".empty a").GetAttribute("href"));
        Assert.StartsWith("Publish", weekly.WaitForElement("td button").TextContent, StringComparison.Ordinal);
        Assert.Equal("Draft", weekly.Find("td .status").TextContent);
    }

    [Theory]
    [InlineData(null, "No speaker yet")]
    [InlineData("people", "Nobody yet")]
    [InlineData("speakers", "Put on the programme")]
    [InlineData("recording", "No recording yet")]
    [InlineData("mail", "No mail yet")]
    [InlineData("edit", "Own room link")]
    [InlineData("history", "Nothing has changed yet")]
    public async Task Every_part_of_a_sessions_room_says_what_is_still_to_come(string? tab, string words)
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("weekly").Session("next", Samples.At(2023, 11, 1), "A title", 41));
        await stage.SignIn(samples.LastSeries.Id);

        var page = stage.Render<SessionRoomPage>(p => p.Add(x => x.Id, samples.LastSession.Id).Add(x => x.Tab, tab));

        page.WaitForAssertion(() => Assert.Contains(words, page.Markup, StringComparison.Ordinal));
        Assert.Equal("A title", page.Find("h1").TextContent);
        Assert.Single(page.FindAll(".tabs [aria-current=page]"));
    }

    [Fact]
    public async Task A_host_of_another_series_finds_nothing_and_only_admins_find_the_texts()
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("weekly").Session("next", Samples.At(2023, 11, 1)));
        await stage.SignIn(Guid.NewGuid());

        Assert.Equal("There is nothing here", stage.Render<SessionRoomPage>(p => p.Add(x => x.Id, samples.LastSession.Id)).WaitForElement("h1").TextContent);
        Assert.Equal("There is nothing here", stage.Render<SeriesRoomPage>(p => p.Add(x => x.Slug, "weekly")).WaitForElement("h1").TextContent);
        Assert.Equal("There is nothing here", stage.Render<TextsPage>().WaitForElement("h1").TextContent);
    }

    [Fact]
    public async Task A_saved_text_reads_as_it_was_typed_and_an_overlong_one_is_kept_in_the_field()
    {
        await using var stage = await ConsoleStage.Create();
        await stage.SignIn(null);
        var page = stage.Render<TextsPage>(p => p.Add(x => x.Key, "conduct"));

        page.WaitForElement("#text").Input("Be *kind*.");
        await page.Find("button").ClickAsync(new());
        Assert.Equal("Be *kind*.", await new SiteTextView(stage.Database).Read("conduct"));
        Assert.Contains("<em>kind</em>", page.Find(".prose").InnerHtml, StringComparison.Ordinal);

        var tooLong = new string('x', Community.SiteTextService.Longest + 1);
        page.Find("#text").Input(tooLong);
        await page.Find("button").ClickAsync(new());

        Assert.Contains("fit", page.Find(".error-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(tooLong, page.Find("#text").GetAttribute("value"));
    }

    [Fact]
    public async Task Moving_names_the_people_and_mails_before_the_button()
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("weekly").Session("next", Samples.At(2023, 11, 1))
            .Speaker("Ada Example", with: a => a.Accept(ConsoleStage.Now), person: p => p.Address = "ada@example.org"));
        await stage.SignIn(samples.LastSeries.Id);
        var room = stage.Render<SessionRoomPage>(p => p.Add(x => x.Id, samples.LastSession.Id));
        room.WaitForElement(".tabs");
        var panel = stage.Render<MovePanel>(p => p.Add(x => x.Facts, room.FindComponent<RoomTabs>().Instance.Facts));

        panel.Find("#new-day").Change("2023-11-02");

        panel.WaitForElement(".mails-ahead");
        Assert.Contains("ada@example.org", panel.Find(".mails-ahead").TextContent, StringComparison.Ordinal);
        Assert.Contains("Thursday 2 November 2023, 12:00 to 13:00, Europe/London", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("Move it and send one mail", panel.Find("button.button:not(.quiet)").TextContent);
        panel.Find("#new-day").Change("2022-11-02");
        panel.WaitForAssertion(() => Assert.Contains("has passed", panel.Find(".error-summary").TextContent, StringComparison.Ordinal));
    }
}
