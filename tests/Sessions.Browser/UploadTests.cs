using System.Security.Cryptography;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>Files that go up in pieces, from a speaker's page and from the console.</summary>
public sealed class UploadTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>, IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("sessions-films-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [AccessibilityFact]
    public async Task A_speakers_film_goes_on_after_a_pause_a_reload_and_a_killed_server_and_arrives_as_it_was()
    {
        var link = await PlannedTalk.Of(chromium, app, "kim.with.a.film@example.org", "Film hours");
        var (film, sum) = await Film("open-maps.mp4", 40);
        var page = await chromium.NewPhoneVisitor();
        await page.GotoAsync(link.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, I will speak" }).ClickAsync();
        var (row, said) = (page.Locator("[data-list] li"), page.Locator("[data-said]"));
        await Slow(page, 2 * Megabyte);

        await page.Locator("#files").SetInputFilesAsync(film);
        await Reaches(page, 5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause open-maps.mp4" }).PressAsync("Enter");
        await Assertions.Expect(row).ToContainTextAsync("Paused at");
        await Assertions.Expect(said).ToContainTextAsync("open-maps.mp4: paused at");
        await Axe.AssertNoViolations(page);
        await page.ReloadAsync();
        await Assertions.Expect(row).ToContainTextAsync("You were sending open-maps.mp4: choose it again to go on from");
        await Axe.AssertNoViolations(page);
        var before = await Percent(page);
        Assert.InRange(before, 1, 90);
        await page.Locator("#files").SetInputFilesAsync(film);
        await Reaches(page, before + 10);

        await app.Kill();
        await Assertions.Expect(row).ToContainTextAsync("Trying again in");
        await app.Start();
        // Typed while it goes on, and not lost when the list is drawn anew.
        await page.Locator("#link-title").FillAsync("Not saved yet");
        await Slow(page, -1);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "open-maps.mp4" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(said).ToHaveTextAsync("open-maps.mp4 arrived");
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#link-title")).ToHaveValueAsync("Not saved yet");
        await Axe.AssertNoViolations(page);

        using var client = new HttpClient { BaseAddress = app.Address };
        var path = await page.GetByRole(AriaRole.Link, new() { Name = "open-maps.mp4" }).GetAttributeAsync("href");
        Assert.Equal(sum, Convert.ToHexStringLower(SHA256.HashData(await client.GetByteArrayAsync(new Uri(path!, UriKind.Relative)))));
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));
    }

    [BrowserFact]
    public async Task What_is_not_taken_says_why_and_what_is_cancelled_is_gone()
    {
        var link = await PlannedTalk.Of(chromium, app, "kim.with.two@example.org", "Other hours");
        var page = await chromium.NewVisitor();
        await page.GotoAsync(link.AbsoluteUri);
        await Slow(page, Megabyte);
        var bad = Path.Combine(_folder, "film.mov");
        await File.WriteAllBytesAsync(bad, [0, 0, 0, 20, .. "ftypqt  "u8, .. new byte[5000]]);

        await page.Locator("#files").SetInputFilesAsync([bad, (await Film("long.mp4", 30)).Path]);
        await Assertions.Expect(page.Locator("[data-list] li").First).ToContainTextAsync("“film.mov” is of a kind we do not take");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close film.mov" }).ClickAsync();
        await Reaches(page, 3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel long.mp4" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#files")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("long.mp4 was cancelled");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-list] li")).ToHaveCountAsync(0);

        var plain = await chromium.NewVisitorWithoutScript();
        await plain.GotoAsync(link.AbsoluteUri);
        await Assertions.Expect(plain.Locator("#files-hint")).ToContainTextAsync("up to 50 MB each. They go up when you press Save.");
        await Assertions.Expect(plain.Locator("#files")).ToHaveAttributeAsync("name", "files");
    }

    [BrowserFact]
    public async Task A_file_that_was_chosen_before_the_script_came_goes_up_when_it_has_come()
    {
        var link = await PlannedTalk.Of(chromium, app, "kim.on.a.slow.line@example.org", "Early hours");
        var (film, _) = await Film("early.mp4", 1);
        var page = await chromium.NewPhoneVisitor();
        var chosen = new TaskCompletionSource();
        await page.RouteAsync("**/upload*.js", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(link.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("#files").SetInputFilesAsync(film);
        chosen.SetResult();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "early.mp4" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_page_that_is_saved_while_a_file_goes_up_keeps_the_words_at_once_and_leaves_when_the_file_has_arrived()
    {
        var link = await PlannedTalk.Of(chromium, app, "kim.in.a.hurry@example.org", "Hasty hours");
        var (film, _) = await Film("hasty.mp4", 12);
        var (page, other) = (await chromium.NewPhoneVisitor(), await chromium.NewPhoneVisitor());
        await page.GotoAsync(link.AbsoluteUri);
        await Slow(page, 2 * Megabyte);

        await page.Locator("#files").SetInputFilesAsync(film);
        await page.Locator("#abstract").FillAsync("Said in a hurry.");
        await page.Locator("#publish").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("Goes on when the files have arrived")).ToBeVisibleAsync();
        await Reaches(page, 5);
        await Axe.AssertNoViolations(page);
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("Saved by itself");
        await other.GotoAsync(link.AbsoluteUri);
        await Assertions.Expect(other.Locator("#abstract")).ToHaveValueAsync("Said in a hurry.");
        await Slow(page, -1);

        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Saved", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "hasty.mp4" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("On the session's page.").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_host_drops_a_recording_and_it_stands_in_the_list_with_its_title()
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/sessions?state=published"));
        await page.Locator("main a[href^='/host/sessions/']").First.ClickAsync();
        await page.WaitForURLAsync("**/host/sessions/*");
        await page.GotoAsync(page.Url + "/recording");
        await Assertions.Expect(page.Locator("[data-upload][data-taken]")).ToBeVisibleAsync();

        await page.Locator("#file-title").FillAsync("The whole hour");
        await page.EvaluateAsync("""
            () => {
              const bytes = new Uint8Array(3_000_000);
              bytes.set([0, 0, 0, 24, ...new TextEncoder().encode('ftypisom'), 0, 0, 2, 0, ...new TextEncoder().encode('isommp42')]);
              const carried = new DataTransfer();
              carried.items.add(new File([bytes], 'hour.mp4', { type: 'video/mp4' }));
              document.querySelector('[data-upload] .drop').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
            }
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the files" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "The whole hour hour.mp4" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("hour.mp4 arrived");
        await Assertions.Expect(page.Locator("[data-list] li")).ToHaveCountAsync(0);
    }

    private async Task<(string Path, string Sum)> Film(string name, int megabytes)
    {
        var bytes = new byte[megabytes * Megabyte];
        new Random(megabytes).NextBytes(bytes);
        byte[] head = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8];
        head.CopyTo(bytes, 0);
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, bytes);
        return (path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <param name="bytes">A second, upwards; -1 is as fast as it goes.</param>
    private static async Task Slow(IPage page, int bytes)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytes });
    }

    private static async Task<int> Percent(IPage page) => (int)await page.Locator("[data-list] progress").First.EvaluateAsync<double>("bar => bar.value");

    private static Task Reaches(IPage page, int percent) => page.WaitForFunctionAsync($"() => document.querySelector('[data-list] progress')?.value >= {percent.ToString(System.Globalization.CultureInfo.InvariantCulture)}", null, new() { Timeout = 60_000 });
}
