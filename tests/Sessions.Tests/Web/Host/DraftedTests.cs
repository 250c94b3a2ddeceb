using Bunit;
using Microsoft.EntityFrameworkCore;
using Sessions.Tests.Web.Host.Planning;
using Sessions.Web.Host.Planning;

namespace Sessions.Tests.Web.Host;

public sealed class DraftedTests : ConsoleTest
{
    private static readonly TimeSpan AfterTyping = TimeSpan.FromSeconds(2);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Series("weekly", "Weekly");
    }

    [Fact]
    public async Task What_was_typed_into_a_new_series_is_there_again_on_the_next_visit_and_gone_once_it_is_made()
    {
        var page = Render<SeriesFormPage>();
        page.WaitForElement("#name").Input("Open evenings");
        Time.Advance(AfterTyping);
        await Until(1);

        var again = Render<SeriesFormPage>();
        again.WaitForAssertion(() => Assert.Equal("Open evenings", again.Find("#name").GetAttribute("value")));
        Assert.Contains("What you typed and did not save is back", again.Find(".draft-back").TextContent, StringComparison.Ordinal);

        again.Find("#zone").Input("Europe/London");
        await again.Find("form").SubmitAsync();
        await Until(0);
        await using var db = Database.Read();
        Assert.True(await db.Series.AnyAsync(s => s.Name == "Open evenings"));
    }

    [Fact]
    public async Task A_draft_is_thrown_away_on_request_and_the_fields_show_what_is_saved()
    {
        var page = Edit();
        page.WaitForElement("#name").Input("Another name");
        Time.Advance(AfterTyping);
        await Until(1);

        var again = Edit();
        again.WaitForElement(".draft-back");
        await again.Find(".draft-back button").ClickAsync();

        Assert.Equal("Weekly", again.Find("#name").GetAttribute("value"));
        Assert.Empty(again.FindAll(".draft-back"));
        await Until(0);
    }

    [Fact]
    public async Task A_draft_of_what_somebody_changed_since_is_offered_and_never_put_over_it()
    {
        var page = Edit();
        page.WaitForElement("#name").Input("Weekly talks");
        Time.Advance(AfterTyping);
        await Until(1);
        await Database.Write(async db => (await db.Series.SingleAsync()).DurationMinutes = 90);

        var again = Edit();
        Assert.Contains("What is saved has changed since", again.WaitForElement(".draft-back").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Weekly", "90"), (again.Find("#name").GetAttribute("value"), again.Find("#minutes").GetAttribute("value")));
        await again.FindAll(".draft-back button")[0].ClickAsync();

        Assert.Equal(("Weekly talks", "60"), (again.Find("#name").GetAttribute("value"), again.Find("#minutes").GetAttribute("value")));
    }

    [Fact]
    public async Task Typing_back_what_is_saved_leaves_no_draft()
    {
        var page = Edit();
        page.WaitForElement("#name").Input("Another name");
        Time.Advance(AfterTyping);
        await Until(1);
        page.Find("#name").Input("Weekly");
        Time.Advance(AfterTyping);

        await Until(0);
    }

    private IRenderedComponent<SeriesFormPage> Edit() => Render<SeriesFormPage>(p => p.Add(x => x.Slug, "weekly"));

    private async Task Until(int drafts)
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = Database.Read();
            var kept = await db.FormDrafts.CountAsync();
            if (kept == drafts) return;
            Assert.True(tries < 100, $"{kept} drafts are kept instead of {drafts}");
            await Task.Delay(50);
        }
    }
}
