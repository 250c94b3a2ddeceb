using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sessions.Browser.Support;

/// <summary>A published session with one speaker, planned by a program with a token made in the console.</summary>
internal static class PlannedTalk
{
    /// <returns>The link that the speaker was sent.</returns>
    public static async Task<Uri> Of(Chromium chromium, RunningApp app, string speaker, string series)
    {
        await Plan(app, await Token(chromium, app), speaker, series);
        for (var patience = 0; app.Mailbox.To(speaker).Count == 0 && patience < 100; patience++) await Task.Delay(200);
        return app.Mailbox.To(speaker)[0].Link("/speak/");
    }

    private static async Task<string> Token(Chromium chromium, RunningApp app)
    {
        var page = await app.SignedIn(chromium);
        await page.GotoAsync(app.At("/host/tokens"));
        await page.GetByLabel("What it is for").FillAsync("Planning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        await Assertions.Expect(page.Locator("#secret")).ToBeFocusedAsync();
        await Axe.AssertNoViolations(page);
        return await page.Locator("#secret").InputValueAsync();
    }

    private static async Task Plan(RunningApp app, string token, string speaker, string series)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var made = await client.PostAsJsonAsync("/api/v1/series", new { name = series, zone = "Europe/London" });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var planned = await client.PostAsJsonAsync($"/api/v1/series/{id}/sessions", new { publish = true, sessions = new[] { new { date = "2060-06-02", speakers = new[] { new { name = "Kim Example", address = speaker } } } } });
        Assert.Equal(201, (int)planned.StatusCode);
    }
}
