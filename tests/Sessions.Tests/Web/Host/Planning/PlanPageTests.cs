using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sessions.Tests.Support;
using Sessions.Web.Host;
using Sessions.Web.Host.Planning;

namespace Sessions.Tests.Web.Host.Planning;

public sealed class PlanPageTests : ConsoleTest
{
    private static readonly TimeSpan AfterReading = TimeSpan.FromMilliseconds(400);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Series("weekly", "Weekly", s => (s.Rule, s.RuleFrom, s.Capacity) = ("FREQ=WEEKLY;BYDAY=WE", new(2026, 12, 2), 100));
    }

    [Fact]
    public async Task An_empty_box_says_what_happens_next_and_has_nothing_to_save()
    {
        var page = Open();

        Assert.Contains("Nothing to read yet.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody tr"));
        Assert.Equal("Save sessions", Button(page));
        await Submit(page);
        page.WaitForAssertion(() => Assert.Equal("#lines", page.Find(".error-summary a").GetAttribute("href")));
    }

    [Fact]
    public async Task Ten_good_lines_are_numbered_timed_and_saved_with_their_mails()
    {
        var page = Open();
        await Click(page, "Fill in");
        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll("tbody tr").Count));
        var lines = page.Find("#lines").GetAttribute("value")!.Split('\n');
        Assert.Equal("Wed 2 Dec 2026", lines[0]);
        await Type(page, string.Join('\n', lines.Select((line, i) => i < 3 ? $"{line}, Talk {i}, Speaker {i} <s{i}@example.org>" : line)));

        page.WaitForAssertion(() => Assert.Equal("Save ten sessions, send three mails", Button(page)));
        Assert.Equal(["s0@example.org", "s1@example.org", "s2@example.org"], page.FindAll("details li").Select(li => li.TextContent.Trim()));
        Assert.Contains("12:00 GMT, UTC+00:00", page.Find("tbody th").TextContent, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"{n}"), page.FindAll("tbody tr td:first-child").Select(td => td.TextContent));
        await Submit(page);

        page.WaitForAssertion(() => Assert.EndsWith("/host/series/weekly?planned=10&mails=3", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        await using var db = Database.Read();
        Assert.Equal((10, 3), (await db.Sessions.CountAsync(), await db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task An_ambiguous_date_is_asked_and_the_answer_is_written_into_the_line()
    {
        var page = Open();
        await Type(page, "03/04/2027, 19:00, First\n05/06/2027, Second\nWed 7 Jul 2027");
        page.WaitForAssertion(() => Assert.Equal("Save one session", Button(page)));

        await Click(page, "4 March");
        page.WaitForAssertion(() => Assert.Equal("Save two sessions", Button(page)));
        await Click(page, "All day first");

        page.WaitForAssertion(() => Assert.Equal("Save three sessions", Button(page)));
        Assert.Equal("2027-03-04, 19:00, First\n2027-06-05, Second\nWed 7 Jul 2027", page.Find("#lines").GetAttribute("value"));
    }

    [Fact]
    public async Task Bad_lines_stay_in_the_box_when_the_good_ones_are_saved()
    {
        var page = Open();
        await Type(page, "2 Dec 2026, Good\n32/13/2027, Bad\nno date at all\n9 Dec 2026, Good too");
        page.WaitForAssertion(() => Assert.Contains("Left in the box, not saved: two lines.", page.Markup, StringComparison.Ordinal));
        await Submit(page);

        page.WaitForAssertion(() => Assert.Equal("32/13/2027, Bad\nno date at all", page.Find("#lines").GetAttribute("value")));
        Assert.Contains("Saved: two sessions", page.Find(".notice").TextContent, StringComparison.Ordinal);
        await using (var db = Database.Read()) Assert.Equal(2, await db.Sessions.CountAsync());

        Time.Advance(TimeSpan.FromSeconds(3));
        await Until(async db => (await db.FormDrafts.SingleOrDefaultAsync())?.Typed == FormState.Write("32/13/2027, Bad\nno date at all"));
    }

    [Fact]
    public async Task Two_hundred_lines_are_read_and_the_next_one_is_refused()
    {
        var page = Open();
        await Type(page, string.Join('\n', Enumerable.Range(0, 205).Select(i => $"{new DateOnly(2027, 1, 6).AddDays(i):yyyy-MM-dd}")));

        page.WaitForAssertion(() => Assert.Equal("Save 200 sessions", Button(page)), TimeSpan.FromSeconds(20));
        Assert.Equal(201, page.FindAll("tbody tr").Count);
        Assert.Contains("At most 200 lines", page.FindAll("tbody tr")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_kept_within_five_seconds_and_comes_back()
    {
        var page = Open();
        await Input(page, "#lines", "2 Dec 2026, Half a tit");
        Time.Advance(TimeSpan.FromSeconds(1));
        await Input(page, "#lines", "2 Dec 2026, Half a title");
        Time.Advance(TimeSpan.FromSeconds(5));
        await Until(async db => (await db.FormDrafts.SingleOrDefaultAsync())?.Typed == FormState.Write("2 Dec 2026, Half a title"));

        Assert.Equal("2 Dec 2026, Half a title", Open().Find("#lines").GetAttribute("value"));
    }

    [Fact]
    public async Task A_number_that_is_none_is_said_at_its_field_and_kept()
    {
        var page = Open();
        await Input(page, "#first-number", "many");
        await Type(page, "2 Dec 2026");
        await Submit(page);

        page.WaitForAssertion(() => Assert.Equal("#first-number", page.Find(".error-summary a").GetAttribute("href")));
        Assert.Equal("true", page.Find("#first-number").GetAttribute("aria-invalid"));
        Assert.Equal("many", page.Find("#first-number").GetAttribute("value"));
    }

    [Fact]
    public async Task A_number_that_is_taken_is_said_before_the_save()
    {
        var page = Open();
        await Type(page, "2 Dec 2026\nno date");
        page.WaitForAssertion(() => Assert.Equal("Save one session", Button(page)));
        await Submit(page);
        page.WaitForAssertion(() => Assert.Contains("Saved: one session", page.Markup, StringComparison.Ordinal));
        Assert.Equal("2", page.Find("#first-number").GetAttribute("value"));

        await Input(page, "#first-number", "1");
        await Type(page, "9 Dec 2026");

        page.WaitForAssertion(() => Assert.Contains("already has one of these numbers", page.Find(".save-bar").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_series_of_other_hosts_is_not_there()
    {
        await new Samples(Database).Series("theirs").Save();
        Assert.Contains("There is nothing here", Open("theirs").Markup, StringComparison.Ordinal);
    }

    private static string Button(IRenderedComponent<PlanPage> page) => page.Find(".save-bar button").TextContent;

    private IRenderedComponent<PlanPage> Open(string slug = "weekly")
    {
        var page = Render<PlanPage>(with => with.Add(p => p.Slug, slug));
        page.WaitForState(() => page.FindAll("h1").Count > 0);
        return page;
    }

    private async Task Type(IRenderedComponent<PlanPage> page, string text)
    {
        await Input(page, "#lines", text);
        Time.Advance(AfterReading);
    }

    // Found and triggered in one turn: the page may be drawn again at any moment, when the mails have been counted.
    private static Task Input(IRenderedComponent<PlanPage> page, string selector, string text) => page.InvokeAsync(() => page.Find(selector).Input(text));

    private static Task Submit(IRenderedComponent<PlanPage> page) => page.InvokeAsync(() => page.Find("form").Submit());

    private static Task Click(IRenderedComponent<PlanPage> page, string start) =>
        page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.StartsWith(start, StringComparison.Ordinal)).Click());

    private async Task Until(Func<Sessions.Data.SessionsDb, Task<bool>> holds)
    {
        for (var patience = 200; ; patience--)
        {
            await using var db = Database.Read();
            if (await holds(db)) return;
            Assert.True(patience > 0, "It did not come to hold within ten seconds.");
            await Task.Delay(50);
        }
    }
}
