using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Scheduling;
using Sessions.Tests.Support;
using Sessions.Web.Host.Planning;

namespace Sessions.Tests.Web.Host.Planning;

public sealed class SeriesPagesTests : ConsoleTest
{
    [Fact]
    public void Without_a_series_the_list_says_what_to_do()
    {
        var page = Render<SeriesListPage>();
        Assert.Contains("No series yet.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/host/series/new", page.Find("a.button").GetAttribute("href"));
    }

    [Fact]
    public async Task The_list_holds_the_series_of_this_host_alone()
    {
        await Series("mine", "Mine");
        await new Samples(Database).Series("theirs", "Theirs").Save();

        var page = Render<SeriesListPage>();

        Assert.Equal(["Mine"], page.FindAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal("/host/series/mine/plan", page.Find("tbody .end a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_with_faults_keeps_every_value_and_lists_them_once()
    {
        var page = Render<SeriesFormPage>();
        page.Find("#zone").Input("Atlantis");
        page.Find("#minutes").Input("an hour");
        page.Find("#places").Input("-3");
        page.Find("form").Submit();

        Assert.Equal(["#name", "#zone", "#minutes", "#places"], page.FindAll(".error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("Atlantis", "an hour", "-3"), (Value(page, "#zone"), Value(page, "#minutes"), Value(page, "#places")));
        Assert.Equal("zone-error zone-hint", page.Find("#zone").GetAttribute("aria-describedby"));
        await using var db = Database.Read();
        Assert.Equal(0, await db.Series.CountAsync());
    }

    [Fact]
    public async Task A_new_series_is_saved_with_its_rule_and_goes_on_to_its_dates()
    {
        var page = Render<SeriesFormPage>();
        page.Find("#name").Input("Open Hour");
        page.Find("#zone").Input("Europe/Warsaw");
        page.Find("#start").Input("19:00");
        page.Find("#rule").Change("Weekly");
        page.Find("#every").Input("2");
        page.Find("#rule-from").Input("2026-12-01");
        page.FindAll(".weekdays input")[1].Change(true);
        page.FindAll(".weekdays input")[2].Change(false);
        Assert.Contains("Every second Tuesday, 19:00 Warsaw time", page.Find(".rule-preview").TextContent, StringComparison.Ordinal);
        Assert.Equal("Tue 1 Dec 2026, 19:00 CET, UTC+01:00", page.Find(".rule-preview li").TextContent);
        Assert.Equal(5, page.FindAll(".rule-preview li").Count);
        page.FindAll(".hue input")[3].Change("345");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith("/host/series/open-hour/plan", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        await using var db = Database.Read();
        var saved = await db.Series.SingleAsync();
        Assert.Equal(("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Europe/Warsaw", new NodaTime.LocalTime(19, 0), 345), (saved.Rule, saved.Zone, saved.LocalStart, saved.Hue));
    }

    [Fact]
    public async Task An_edit_keeps_what_the_controls_can_not_say()
    {
        await Series("mine", "Mine", s => (s.Rule, s.Hashtag) = ("FREQ=WEEKLY;BYDAY=WE;COUNT=12", "#mine"));
        var page = Render<SeriesFormPage>(with => with.Add(p => p.Slug, "mine"));
        page.Find("#name").Input("Renamed");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.EndsWith("/host/series/mine", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));

        await using var db = Database.Read();
        var saved = await db.Series.SingleAsync();
        Assert.Equal(("Renamed", "FREQ=WEEKLY;BYDAY=WE;COUNT=12", "#mine", "mine"), (saved.Name, saved.Rule, saved.Hashtag, saved.Slug));
    }

    [Fact]
    public void Every_refusal_of_a_series_and_of_a_plan_has_a_sentence_at_a_field()
    {
        Assert.All(Enum.GetValues<SeriesRefusal>(), refusal => Assert.NotEmpty(SeriesWords.Of(refusal).Sentence));
        Assert.All(Enum.GetValues<Sessions.Workflows.PlanRefusal>(), refusal => Assert.NotEmpty(PlanWords.Of(refusal).Sentence));
    }

    [Theory]
    [InlineData("#ff0000", 29)]
    [InlineData("#00ff00", 142)]
    [InlineData("#0000ff", 264)]
    [InlineData("#808080", null)]
    [InlineData("red", null)]
    public void An_own_colour_gives_its_hue(string colour, int? hue) => Assert.Equal(hue, Accent.HueOf(colour));

    private static string? Value(IRenderedComponent<SeriesFormPage> page, string selector) => page.Find(selector).GetAttribute("value");
}
