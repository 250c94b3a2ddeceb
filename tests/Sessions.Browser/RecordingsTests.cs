using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>Chapters, videos that stand elsewhere, and what is taken down, as host and visitor meet them.</summary>
public sealed class RecordingsTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private const string Held = "/series/try-it-out/1-watch-this-one-again";

    [AccessibilityFact]
    public async Task Chapters_lead_to_their_moment_a_video_elsewhere_loads_on_a_click_and_what_is_taken_down_says_so()
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/series/try-it-out"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Watch this one again" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Recording and resources" }).ClickAsync();
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        await page.GetByLabel("What it is called").Last.FillAsync("The stream");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the link" }).ClickAsync();
        await page.GetByLabel("Chapters of The stream").FillAsync("0:00 Start\nsoon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the chapters" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("Line 2: there is no time in front, like 12:34.")).ToBeVisibleAsync();
        await page.GetByLabel("Chapters of The stream").FillAsync("0:00 Start\n1:30 Later");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the chapters" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("2 chapters are at the player now.")).ToBeVisibleAsync();
        await page.GetByLabel("Chapters of Sample recording: a clock").FillAsync("0:00 Start\n0:02 The clock");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the chapters" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("2 chapters are at the player now.")).ToHaveCountAsync(2);
        await Axe.AssertNoViolations(page);

        var visitor = await chromium.NewVisitor();
        var elsewhere = new List<string>();
        visitor.Request += (_, request) => { if (!request.Url.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal)) elsewhere.Add(request.Url); };
        await visitor.GotoAsync(app.At(Held));
        await Axe.AssertNoViolations(visitor);
        await visitor.GetByRole(AriaRole.Link, new() { Name = "0:02 The clock" }).ClickAsync();
        await Assertions.Expect(visitor).ToHaveURLAsync(new Regex("\\?t=2$"));
        await visitor.WaitForFunctionAsync("() => document.querySelector('video').currentTime >= 2");
        await visitor.GetByRole(AriaRole.Link, new() { Name = "1:30 Later" }).ClickAsync();
        Assert.Empty(elsewhere);
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Play from 1:30" }).ClickAsync();
        await Assertions.Expect(visitor.Locator("iframe")).ToHaveAttributeAsync("src", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=90");

        await page.GetByLabel("Who may watch The stream").SelectOptionAsync("Whoever has its link");
        var link = await page.GetByLabel("Link to The stream").InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take down Sample recording: a clock" }).ClickAsync();
        await Axe.AssertNoViolations(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take down now" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is taken down.")).ToBeVisibleAsync();

        await visitor.GotoAsync(app.At(Held));
        await Assertions.Expect(visitor.GetByText("A recording of this session was taken down on")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.GetByText("The stream")).ToHaveCountAsync(0);
        await visitor.GotoAsync(app.At(new Uri(link).AbsolutePath));
        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "The stream" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(visitor);
    }
}
