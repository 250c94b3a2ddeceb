using Bunit;
using Microsoft.EntityFrameworkCore;
using Sessions.Speakers;
using Sessions.Tests.Support;
using Sessions.Web.Host.Overview;

namespace Sessions.Tests.Web.Host;

public sealed class ReadinessPageTests
{
    [Fact]
    public async Task The_board_says_what_is_missing_by_when_and_a_host_excuses_a_thing_and_takes_it_back()
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("weekly").Session("next", Samples.At(2023, 11, 1), "Virtual wards", 41)
            .Speaker("Kim Example", talk: "Bees", with: a => a.Ask(ConsoleStage.Now - NodaTime.Duration.FromDays(60)), person: p => p.Address = "kim@example.org")
            .Speaker("Lee Example", with: a => a.Role = AppearanceRole.Chair));
        await stage.SignIn(samples.LastSeries.Id);
        var page = stage.Render<ReadinessPage>(p => p.Add(x => x.Slug, "weekly"));
        page.WaitForElement("tbody tr");
        string Cell(string name) => page.FindAll("tbody tr")[0].QuerySelector($"td[data-label='{name}']")!.TextContent;

        Assert.Contains("Overdue", Cell("Answer"), StringComparison.Ordinal);
        Assert.Contains("Here", Cell("Title"), StringComparison.Ordinal);
        Assert.DoesNotContain("Excuse", Cell("Title"), StringComparison.Ordinal);
        Assert.Matches(@"Missing\s*by Wed 18 Oct\s*Excuse photo, Kim Example", Cell("Photo"));
        Assert.Equal(7, page.FindAll("tbody tr")[1].QuerySelectorAll("td").Length);
        Assert.Contains("Not asked", page.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);

        await page.Find("tbody tr td[data-label='Photo'] button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Not needed", Cell("Photo"), StringComparison.Ordinal));
        Assert.Contains("Kim Example: photo not needed", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await using (var db = stage.Database.Read()) Assert.Equal(ExcusedItems.Photo, (await db.Appearances.SingleAsync(a => a.Role == AppearanceRole.Speaker)).Excused);

        await page.Find("tbody tr td[data-label='Photo'] button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Missing", Cell("Photo"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_foreign_series_shows_no_board()
    {
        await using var stage = await ConsoleStage.Create();
        var samples = await stage.Plan(s => s.Series("foreign").Session("f", Samples.At(2023, 11, 1)).Speaker("Kim Example").Series("weekly").Session("next", Samples.At(2023, 11, 1)));
        await stage.SignIn(samples.LastSeries.Id);

        var page = stage.Render<ReadinessPage>(p => p.Add(x => x.Slug, "foreign"));

        page.WaitForElement("h1");
        Assert.DoesNotContain("Kim Example", page.Markup, StringComparison.Ordinal);
    }
}
