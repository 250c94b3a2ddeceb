using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>What hosts ask and note of people, and what people see and take back of it.</summary>
public sealed partial class PeopleTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    private const string Session = "/series/try-it-out/2-sign-up-and-look-into-the-mail";

    [AccessibilityFact]
    public async Task A_question_is_asked_after_the_sign_up_and_its_answers_stand_with_the_session()
    {
        var host = await app.SignedIn(chromium);
        await host.GotoAsync(app.At("/host/series/try-it-out/questions"));
        await host.Locator("#question-kind").SelectOptionAsync("Choice");
        await host.Locator("#question-text").FillAsync("Which part matters most?");
        await host.Locator("#question-text").BlurAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Ask it" }).ClickAsync();
        await Assertions.Expect(host.GetByRole(AriaRole.Alert)).ToContainTextAsync("at least two different options");
        await Axe.AssertNoViolations(host);
        await host.Locator("#question-options").FillAsync("The talk\nThe questions");
        await host.Locator("#question-options").BlurAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Ask it" }).ClickAsync();
        await Assertions.Expect(host.GetByRole(AriaRole.Row).Filter(new() { HasText = "Which part matters most?" })).ToContainTextAsync("none yet");

        var page = await chromium.NewVisitorWithoutScript();
        await SignUp(page, "asked@example.org");
        await page.GotoAsync((await app.Mailbox.WaitFor("asked@example.org", "place is saved")).Link("/questions/").AbsoluteUri);
        await page.GetByLabel("The questions").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my answers" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        var other = await chromium.NewVisitor();
        await other.GotoAsync(page.Url);
        await Assertions.Expect(other.GetByLabel("The questions")).ToBeCheckedAsync();
        await Axe.AssertNoViolations(other);

        await host.GotoAsync(app.At("/host/series/try-it-out"));
        await host.GetByRole(AriaRole.Link, new() { Name = "Sign up and look into the mail" }).First.ClickAsync();
        await Assertions.Expect(host.GetByRole(AriaRole.Heading, new() { Name = "Sign up and look into the mail" })).ToBeVisibleAsync();
        await host.Locator(".tabs").GetByText("Questions").ClickAsync();
        await Assertions.Expect(host.Locator(".counts")).ToContainTextAsync("The questions1");
        await Axe.AssertNoViolations(host);
    }

    [AccessibilityFact]
    public async Task A_host_finds_and_notes_somebody_who_then_sees_all_of_it_and_erases_it()
    {
        var page = await chromium.NewVisitor();
        await SignUp(page, "leaving@example.org");
        var my = (await app.Mailbox.WaitFor("leaving@example.org", "place is saved")).Link("/my/");
        var host = await app.SignedIn(chromium);
        await host.GotoAsync(app.At("/host/people?words=LEAVING"));
        await Assertions.Expect(host.GetByRole(AriaRole.Link, new() { Name = "leaving@example.org" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(host);
        await host.GetByRole(AriaRole.Link, new() { Name = "leaving@example.org" }).ClickAsync();
        await host.Locator("#note-text").FillAsync("Prefers mornings.");
        await host.Locator("#note-text").BlurAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Assertions.Expect(host.Locator(".said")).ToContainTextAsync("Prefers mornings.");
        await Axe.AssertNoViolations(host);

        await page.GotoAsync(my.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail me the way there" }).ClickAsync();
        var proof = (await app.Mailbox.WaitFor("leaving@example.org", "Your data at")).Link("/my-data/");
        await page.GotoAsync(proof.AbsoluteUri);
        await Axe.AssertNoViolations(page);
        Assert.Contains("Prefers mornings.", await (await page.APIRequest.GetAsync($"{proof}/data.json")).TextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase all of it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tick that you are sure");
        await page.GetByLabel("I am sure").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase all of it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are forgotten here" })).ToBeVisibleAsync();
        Assert.Equal(404, (await page.APIRequest.GetAsync(my.AbsoluteUri)).Status);
        await host.GotoAsync(app.At("/host/people?words=leaving"));
        await Assertions.Expect(host.GetByText("Nobody of that name or address")).ToBeVisibleAsync();
    }

    private async Task SignUp(IPage page, string address)
    {
        await page.GotoAsync(app.At(Session));
        await page.GetByLabel("E-mail address").FillAsync(address);
        await page.Locator("form[action$='sign-up'] .button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(SignedUp());
    }

    [GeneratedRegex("/signed-up$")]
    private static partial Regex SignedUp();
}
