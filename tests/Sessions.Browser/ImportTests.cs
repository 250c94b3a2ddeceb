using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>From a file to sessions, and from a series to its sister, as a host does it.</summary>
public sealed class ImportTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private const string Table = "Title,Date,Start,Speakers,Owner\nBrought along,2031-04-02,12:00,Kit Example <kit@example.org>,me\nNo such day,2031-02-30,,,\nOnly a month,2031-05,,,\n";

    [AccessibilityFact]
    public async Task A_file_is_shown_before_it_is_saved_and_its_good_rows_become_drafts()
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/series/try-it-out/import"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bring sessions in" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        await page.Locator("#file").Choose(new FilePayload { Name = "sheet.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Table) });
        await Assertions.Expect(page.GetByText("2 new")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "2031-02-30" })).ToContainTextAsync("3");
        await Assertions.Expect(page.GetByText("Not read, because nothing here is called so: Owner")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Nothing is saved yet.")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Import two sessions" }).ClickAsync();
        await Assertions.Expect(page.GetByText("two sessions imported. Nobody was told.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See the sessions" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Brought along" })).ToBeVisibleAsync();

        await page.GotoAsync(app.At("/host/series/try-it-out/import"));
        await page.Locator("#pasted").FillAsync(Table);
        await page.Locator("#pasted").BlurAsync();
        await Assertions.Expect(page.GetByText("2 here already")).ToBeVisibleAsync();
        await page.Locator("#pasted").FillAsync("no table at all");
        await page.Locator("#pasted").BlurAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The first row names no column");
        await Assertions.Expect(page.Locator("#pasted")).ToHaveValueAsync("no table at all");
        await Axe.AssertNoViolations(page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV, for a spreadsheet" }).ClickAsync());
        Assert.Equal("try-it-out-sessions.csv", download.SuggestedFilename);
    }

    [BrowserFact]
    public async Task A_file_that_is_given_as_soon_as_its_field_opens_is_read_on_a_slow_line_too()
    {
        var page = await app.SignedIn(chromium);
        await using var line = new SlowLine(app.Address, TimeSpan.FromMilliseconds(600));
        await page.GotoAsync(line.At("/host/series/try-it-out/import"));

        await page.Locator("#file").Choose(new FilePayload { Name = "sheet.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Table.Replace("2031", "2032", StringComparison.Ordinal)) });

        await Assertions.Expect(page.GetByText("2 new")).ToBeVisibleAsync();
    }

    [AccessibilityFact]
    public async Task A_sister_series_is_made_from_one_that_is_there()
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/series/try-it-out"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Duplicate" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Start a sister series" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the series" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give the series a name");
        await Axe.AssertNoViolations(page);

        await page.Locator("#name").FillAsync("Try it in the evening");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the series" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Try it in the evening" })).ToBeVisibleAsync();
    }
}
