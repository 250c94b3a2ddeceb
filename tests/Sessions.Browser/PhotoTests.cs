using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>A speaker's photo, cropped with the keyboard; the session is planned by a program with a token made in the console.</summary>
public sealed class PhotoTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private const string Speaker = "kim.with.a.photo@example.org";

    [AccessibilityFact]
    public async Task A_speaker_chooses_the_part_of_a_photo_that_is_kept()
    {
        var link = await PlannedTalk.Of(chromium, app, Speaker, "Photo hours");
        var page = await chromium.NewPhoneVisitor();
        await page.GotoAsync(link.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, I will speak" }).ClickAsync();
        await page.Locator("#photo").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = await Picture(page) });

        var stage = page.Locator("[data-crop] canvas");
        await Assertions.Expect(stage).ToBeVisibleAsync();
        Assert.Equal("white", await Middle(page));
        await page.Locator("#zoom").FillAsync("30");
        await stage.FocusAsync();
        for (var i = 0; i < 40; i++) await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("red", await Middle(page));
        await Axe.AssertNoViolations(page);
        await page.Locator("#photo-panel").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        var kept = page.GetByRole(AriaRole.Img, new() { Name = "Your photo as it is shown" });
        await Assertions.Expect(kept).ToBeVisibleAsync();
        Assert.Equal("red", await kept.EvaluateAsync<string>($"async img => {{ await img.decode(); {Colour("img", "img.naturalWidth / 2", "img.naturalHeight / 2")} }}"));
        await Axe.AssertNoViolations(page);
        await page.GotoAsync(new Uri(app.Address, "/series/photo-hours").AbsoluteUri);
        await page.Locator("main a[href^='/series/photo-hours/']:not([href$='.xml'])").First.ClickAsync();
        await Assertions.Expect(page.Locator("img.monogram")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(page);
    }

    private static Task<string> Middle(IPage page) => page.Locator("[data-crop] canvas").EvaluateAsync<string>($"canvas => {{ {Colour("canvas", "200", "200")} }}");

    private static string Colour(string of, string x, string y) => $$"""
        const look = new OffscreenCanvas(1, 1).getContext('2d');
        look.drawImage({{of}}, {{x}}, {{y}}, 1, 1, 0, 0, 1, 1);
        const [red, , blue] = look.getImageData(0, 0, 1, 1).data;
        return red > 200 && blue > 200 ? 'white' : red > blue ? 'red' : 'blue';
        """;

    /// <summary>Red on the left, white in the middle, blue on the right.</summary>
    private static async Task<byte[]> Picture(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>("""
        async () => {
          const canvas = new OffscreenCanvas(900, 300), draw = canvas.getContext('2d');
          ['red', 'white', 'blue'].forEach((colour, at) => { draw.fillStyle = colour; draw.fillRect(at * 300, 0, 300, 300); });
          const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
          return btoa(String.fromCharCode(...bytes));
        }
        """));
}
