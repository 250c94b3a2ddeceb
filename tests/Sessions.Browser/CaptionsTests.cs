using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>A host puts captions right beside the recording that plays; what is typed outlives the server.</summary>
public sealed class CaptionsTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private const string Held = "/series/try-it-out/1-watch-this-one-again";

    [AccessibilityFact]
    public async Task Captions_are_written_by_hand_put_right_beside_the_player_and_stand_in_the_public_transcript()
    {
        var page = await Editor();
        await Axe.AssertNoViolations(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the first line" }).ClickAsync();
        await page.Keyboard.TypeAsync("We begin in Ledes and go on to Ledes");
        await page.Keyboard.PressAsync("Alt+Shift+Enter");
        await page.Keyboard.TypeAsync("with a clock");
        await Save(page, "Saved. 2 lines are at the recording and in the transcript now.");

        // The name is put right all over, after its places were counted.
        await page.Locator(".captions-find summary").ClickAsync();
        await page.GetByLabel("Find", new() { Exact = true }).FillAsync("ledes");
        await page.GetByLabel("Put in its place").FillAsync("Leeds");
        await Assertions.Expect(page.GetByText("2 places in one line")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace all" }).ClickAsync();
        await Assertions.Expect(Words(page, 1)).ToHaveValueAsync("We begin in Leeds and go on to Leeds");

        // Played from its start by a key, without leaving the words; the cue that is played is marked.
        await Words(page, 2).ClickAsync();
        await page.Keyboard.PressAsync("Alt+p");
        await page.WaitForFunctionAsync("() => !document.querySelector('video').paused && document.querySelector('video').currentTime > 2");
        await Assertions.Expect(page.Locator(".cue").Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await page.Keyboard.PressAsync("Alt+k");
        await page.WaitForFunctionAsync("() => document.querySelector('video').paused");
        await Assertions.Expect(Words(page, 2)).ToBeFocusedAsync();
        await page.EvaluateAsync("document.querySelector('video').currentTime = 2.5");
        await page.Keyboard.PressAsync("Alt+Shift+Comma");
        await Assertions.Expect(page.Locator(".cue").Nth(1).GetByLabel("Start")).ToHaveValueAsync("00:00:02.500");

        // Split at the caret, and back.
        await Words(page, 1).EvaluateAsync("field => { field.focus(); field.setSelectionRange(17, 17); }");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".cue")).ToHaveCountAsync(3);
        await Assertions.Expect(Words(page, 2)).ToHaveValueAsync("and go on to Leeds");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".cue")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(Said(page)).ToContainTextAsync("Saved. 2 lines");

        // What is wrong stands beside its line, and nothing is saved.
        await page.Locator(".cue").Nth(1).GetByLabel("End").FillAsync("0:01");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("It ends before it begins.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Nothing was saved. Lines to put right: 1.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".cue").Nth(1).GetByLabel("End")).ToBeFocusedAsync();
        await Axe.AssertNoViolations(page);

        var visitor = await chromium.NewVisitor();
        await visitor.GotoAsync(app.At(Held));
        await visitor.GetByText("What is said").ClickAsync();
        await Assertions.Expect(visitor.Locator(".transcript li").First).ToContainTextAsync("We begin in Leeds and go on to Leeds");
        await Assertions.Expect(visitor.Locator(".transcript li").Nth(1)).ToContainTextAsync("0:02 with a clock");
    }

    [AccessibilityFact]
    public async Task Two_hosts_at_once_lose_nothing_and_what_was_typed_outlives_a_restart_of_the_server()
    {
        var page = await Editor("de");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the first line" }).ClickAsync();
        await page.Keyboard.TypeAsync("Guten Morgen");
        await Save(page, "Saved. The line is");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await Words(other, 1).FillAsync("Guten Abend");

        await Words(page, 1).FillAsync("Guten Tag");
        await Save(page, "Saved. The line is");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save the captions" }).ClickAsync();

        await Assertions.Expect(other.GetByText("Somebody else saved these captions at")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(other);
        await other.GetByRole(AriaRole.Button, new() { Name = "Show theirs here" }).ClickAsync();
        await Assertions.Expect(Words(other, 1)).ToHaveValueAsync("Guten Tag");
        await other.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Words(other, 1)).ToHaveValueAsync("Guten Abend");
        await Assertions.Expect(Said(other)).ToContainTextAsync("Not saved yet. A draft is kept in this browser.");
        await page.CloseAsync();
        await other.EvaluateAsync("window.kept = true");
        await Words(other, 1).ClickAsync();
        await other.Keyboard.PressAsync("End");

        await app.Stop();
        await other.Keyboard.TypeAsync(" allerseits");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save the captions" }).ClickAsync();
        await Assertions.Expect(Said(other)).ToContainTextAsync("The server does not answer.");
        await app.Start();
        await other.WaitForFunctionAsync("() => !window.kept", null, new() { Timeout = 60_000 });

        await Assertions.Expect(other.GetByText("What you typed and did not save is back")).ToBeVisibleAsync();
        await Assertions.Expect(Words(other, 1)).ToHaveValueAsync("Guten Abend allerseits");
        await Save(other, "Saved. The line is");
        Assert.Contains("Guten Abend allerseits", await (await other.Context.APIRequest.GetAsync($"{other.Url}.vtt")).TextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Two_thousand_lines_are_there_soon_and_a_letter_costs_little()
    {
        var page = await Editor("fr");
        const string fill = """
            async address => {
              const time = s => new Date(s * 1000).toISOString().slice(11, 23);
              const text = 'WEBVTT\n' + Array.from({ length: 2000 }, (_, n) => `\n${time(n * 3)} --> ${time(n * 3 + 2)}\nLine ${n} of a long afternoon\n`).join('');
              return (await fetch(`${address}.vtt`, { method: 'PUT', body: text })).status;
            }
            """;
        Assert.Equal(200, await page.EvaluateAsync<int>(fill, page.Url));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".cue")).ToHaveCountAsync(2000);
        await Words(page, 1000).ClickAsync();

        var letter = await page.EvaluateAsync<double>("""
            () => {
              const took = Array.from({ length: 31 }, () => { const begun = performance.now(); document.execCommand('insertText', false, 'x'); return performance.now() - begun; });
              return took.sort((a, b) => a - b)[15];
            }
            """);

        // A frame is 16 ms; a busy machine is given three.
        Assert.True(letter < 50, $"a letter takes {letter:0.0} ms");
        await Save(page, "Saved. 2000 lines");
    }

    private async Task<IPage> Editor(string language = "en")
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/series/try-it-out"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Watch this one again" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Recording and resources" }).ClickAsync();
        await page.Locator("#captions-language").FillAsync(language);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write captions by hand" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is written yet")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Words(IPage page, int line) => page.Locator(".cue textarea").Nth(line - 1);

    private static ILocator Said(IPage page) => page.Locator("[data-said]");

    private static async Task Save(IPage page, string said)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the captions" }).ClickAsync();
        await Assertions.Expect(Said(page)).ToContainTextAsync(said);
    }
}
