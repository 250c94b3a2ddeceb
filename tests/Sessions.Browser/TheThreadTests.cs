using System.Text;
using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>One real thread through the product, walked as each person: from the mail they get to the page they land on.</summary>
public sealed class TheThreadTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [BrowserFact]
    public async Task A_host_plans_ten_sessions_in_one_save_and_a_speaker_delivers_by_one_link()
    {
        var host = await app.SignedIn(chromium);
        await host.GotoAsync(At("/host/series/new"));
        await Fill(host, "#name", "Open Maps");
        await Fill(host, "#room-link", "https://example.org/maps-room");
        await host.GetByRole(AriaRole.Button, new() { Name = "Make the series" }).ClickAsync();
        await Assertions.Expect(host).ToHaveURLAsync(At("/host/series/open-maps/plan"));

        var first = DateTime.UtcNow.Date.AddDays(10);
        var lines = Enumerable.Range(0, 10).Select(i => $"{first.AddDays(7 * i):yyyy-MM-dd}, 18:00, Maps, roads and rivers {i + 1}{(i == 0 ? ", Ann Example <ann@example.org>" : "")}");
        await host.Locator("#lines").FillAsync(string.Join('\n', lines));
        var save = host.Locator(".save-bar button");
        await Assertions.Expect(save).ToHaveTextAsync("Save ten sessions, send one mail", new() { Timeout = 20_000 });
        await save.ClickAsync();
        await Assertions.Expect(host).ToHaveURLAsync(new Regex("/host/series/open-maps\\?planned=10&mails=1$"), new() { Timeout = 20_000 });

        var mail = await app.Mailbox.WaitFor("ann@example.org");
        Assert.Contains("BEGIN:VCALENDAR", mail.Calendar, StringComparison.Ordinal);
        var speaker = await chromium.NewPhoneVisitor();
        await speaker.GotoAsync(mail.Link("/speak/").AbsoluteUri);
        await speaker.GetByRole(AriaRole.Button, new() { Name = "Yes, I will speak" }).ClickAsync();
        await Assertions.Expect(speaker.GetByText("You said yes").First).ToBeVisibleAsync();
        await speaker.Locator("#title").FillAsync("Rivers on every map");
        await Assertions.Expect(speaker.Locator("#saved")).ToContainTextAsync("Saved by itself", new() { Timeout = 15_000 });
        await speaker.Locator("#bio").FillAsync("Draws rivers.");
        await speaker.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "rivers.pdf", MimeType = "application/pdf", Buffer = Pdf() });
        await speaker.Locator("#publish").CheckAsync();
        await speaker.Locator("#record").CheckAsync();
        await speaker.Locator("#licence").SelectOptionAsync("CC-BY-4.0");
        await speaker.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(speaker.GetByText("On the session's page.").First).ToBeVisibleAsync();
        await Axe.AssertNoViolations(speaker);

        var visitor = await chromium.NewVisitorWithoutScript();
        await visitor.GotoAsync(At("/series/open-maps"));
        await visitor.GetByRole(AriaRole.Link, new() { Name = "Maps, roads and rivers 1", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.GetByText("Rivers on every map").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.GetByRole(AriaRole.Link, new() { NameRegex = new("rivers") }).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_attendee_signs_up_with_an_address_alone_and_gives_the_place_to_the_next_in_line()
    {
        var page = await chromium.NewVisitorWithoutScript();
        foreach (var name in new[] { "one", "two", "three" })
        {
            await page.GotoAsync(At("/series/try-it-out/3-two-places-and-a-waiting-list"));
            await page.Locator("#email").FillAsync($"{name}@example.org");
            await page.Locator("form .button.wide").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Look into your mail" })).ToBeVisibleAsync();
        }

        var confirmed = await app.Mailbox.WaitFor("one@example.org");
        Assert.Contains("METHOD:REQUEST", confirmed.Calendar, StringComparison.Ordinal);
        var waiting = await app.Mailbox.WaitFor("three@example.org");
        Assert.DoesNotContain("BEGIN:VCALENDAR", waiting.Calendar, StringComparison.Ordinal);

        await page.GotoAsync(confirmed.Link("/my/").AbsoluteUri);
        await Assertions.Expect(page.GetByText("Your place is saved")).ToBeVisibleAsync();
        await page.Locator("summary", new() { HasText = "Give up my place" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, give it up" }).ClickAsync();

        var offer = await app.Mailbox.WaitFor("three@example.org", "Do you want it?");
        await page.GotoAsync(offer.Link("/join/").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, I come" }).ClickAsync();
        var promoted = await WaitForCalendar("three@example.org", "METHOD:REQUEST");
        Assert.Contains("three@example.org", promoted.To, StringComparison.Ordinal);
        var cancelled = await WaitForCalendar("one@example.org", "METHOD:CANCEL");
        Assert.DoesNotContain("STATUS:CANCELLED", cancelled.Calendar, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_recording_plays_from_where_one_seeks_to()
    {
        var page = await chromium.NewVisitor();
        await page.GotoAsync(At("/series/try-it-out/1-watch-this-one-again"));
        var length = await page.EvaluateAsync<double>("""
            async () => {
              const video = document.querySelector("video");
              video.muted = true;
              await video.play();
              video.pause();
              const sought = new Promise(done => video.addEventListener("seeked", done, { once: true }));
              video.currentTime = 72;
              await sought;
              return video.currentTime;
            }
            """);
        Assert.Equal(72, length, 1.0);
        await Axe.AssertNoViolations(page);
    }

    [BrowserFact]
    public async Task A_host_moves_and_cancels_in_one_dialog_that_counts_people_and_mails_first()
    {
        var visitor = await chromium.NewVisitorWithoutScript();
        foreach (var (session, address) in new[] { ("5-move-me", "mover@example.org"), ("6-cancel-me", "canceller@example.org") })
        {
            await visitor.GotoAsync(At($"/series/try-it-out/{session}"));
            await visitor.Locator("#email").FillAsync(address);
            await visitor.Locator("form .button.wide").ClickAsync();
            await app.Mailbox.WaitFor(address);
        }

        var host = await app.SignedIn(chromium);
        await host.GotoAsync(At("/host/series/try-it-out"));
        await host.GetByRole(AriaRole.Link, new() { NameRegex = new("Move me") }).First.ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { NameRegex = new("Move or cancel") }).ClickAsync();
        await host.Locator("#new-hour").FillAsync("15:30");
        await host.Locator("#new-hour").BlurAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Move it and send one mail" }).ClickAsync();
        await Assertions.Expect(host.GetByText("15:30").First).ToBeVisibleAsync();

        await host.GotoAsync(At("/host/series/try-it-out"));
        await host.GetByRole(AriaRole.Link, new() { NameRegex = new("Cancel me") }).First.ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { NameRegex = new("Move or cancel") }).ClickAsync();
        await host.GetByRole(AriaRole.Radio, new() { Name = "Cancel it" }).CheckAsync();
        await host.Locator("#because").FillAsync("The room is flooded.");
        await host.Locator("#because").BlurAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Cancel it and send one mail" }).ClickAsync();
        await Assertions.Expect(host.GetByText("Cancelled").First).ToBeVisibleAsync();

        await visitor.GotoAsync(At("/series/try-it-out/5-move-me"));
        await Assertions.Expect(visitor.Locator("main s").First).ToContainTextAsync("12:00");
        await visitor.GotoAsync(At("/series/try-it-out/6-cancel-me"));
        await Assertions.Expect(visitor.GetByText("This session does not take place").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Locator("#email")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_host_adds_a_recording_and_the_page_plays_it()
    {
        var host = await app.SignedIn(chromium);
        await host.GotoAsync(At("/host/series/opendatasaveslives"));
        await host.GetByRole(AriaRole.Link, new() { NameRegex = new("Virtual Wards") }).First.ClickAsync();
        await host.GetByRole(AriaRole.Link, new() { NameRegex = new("^Recording") }).First.ClickAsync();
        await host.Locator("#file").SetInputFilesAsync(Path.Combine(Repository.Root, "samples", "recording.mp4"));
        await host.GetByRole(AriaRole.Button, new() { Name = "Add the files" }).ClickAsync();
        await Assertions.Expect(host.GetByRole(AriaRole.Link, new() { Name = "recording.mp4" })).ToBeVisibleAsync();

        var visitor = await chromium.NewVisitorWithoutScript();
        await visitor.GotoAsync(At("/series/opendatasaveslives/39-virtual-wards"));
        await Assertions.Expect(visitor.Locator("video")).ToHaveCountAsync(1);

        await host.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await host.GotoAsync(At("/host"));
        await Assertions.Expect(host).ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    private static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private static async Task Fill(IPage page, string field, string text)
    {
        await page.Locator(field).FillAsync(text);
        await page.Locator(field).BlurAsync();
    }

    private async Task<ReceivedMail> WaitForCalendar(string address, string method)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (app.Mailbox.To(address).FirstOrDefault(m => m.Calendar.Contains(method, StringComparison.Ordinal)) is { } mail) return mail;
            await Task.Delay(200);
        }
        throw new TimeoutException($"No {method} for {address}; there are: {string.Join(", ", app.Mailbox.To(address).Select(m => m.Subject))}");
    }

    private string At(string path) => app.At(path);
}
