using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>Who came: let in at the door by a code, and noted from the list of the meeting.</summary>
public sealed class AttendanceTests(Chromium chromium, RunningApp app) : IClassFixture<Chromium>, IClassFixture<RunningApp>
{
    [AccessibilityFact]
    public async Task A_code_lets_one_in_at_the_door_and_the_meetings_list_notes_the_other()
    {
        var host = await app.SignedIn(chromium);
        var session = await Soon(host);
        var code = await SignUp(session.Page, "code@example.org");
        await SignUp(session.Page, "listed@example.org");

        // Somebody who is not signed in: the code alone, and the way back through the sign-in.
        var phone = await chromium.NewPhoneVisitor();
        await phone.GotoAsync(app.At(code));
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Show this at the door" })).ToBeVisibleAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Img, new() { Name = "Your code for the door" })).ToBeVisibleAsync();
        await Axe.AssertNoViolations(phone);
        await phone.Context.AddCookiesAsync((await host.Context.CookiesAsync()).Where(c => c.Name == "host").Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await phone.ReloadAsync();
        await Axe.AssertNoViolations(phone);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Check in" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("Checked in")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Everybody at the door" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("of 2 are in")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Locator(".door-count b")).ToHaveTextAsync("1");
        await Axe.AssertNoViolations(phone);
        await phone.Locator("#find").FillAsync("listed");
        await phone.Keyboard.PressAsync("Enter");
        await Assertions.Expect(phone.Locator(".door-count b")).ToHaveTextAsync("2");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Take back listed@example.org" }).ClickAsync(new() { Delay = 1_200 });
        await Assertions.Expect(phone.Locator(".door-count b")).ToHaveTextAsync("1");

        await host.GotoAsync(app.At($"{session.Room}/people"));
        await host.GetByRole(AriaRole.Button, new() { Name = "Note who came from the meeting's list" }).ClickAsync();
        await host.Locator("#list").Choose(new FilePayload
        {
            Name = "participants.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("Name (Original Name),User Email,Duration (Minutes)\nSomebody,LISTED@example.org,52\nThe One,code@example.org,50\nA Stranger,stranger@example.com,9\n"),
        });
        await Assertions.Expect(host.GetByText("1 to be noted")).ToBeVisibleAsync();
        await Assertions.Expect(host.GetByText("1 noted before")).ToBeVisibleAsync();
        await Assertions.Expect(host.GetByText("Left out: not registered")).ToBeVisibleAsync();
        await Axe.AssertNoViolations(host);
        await host.GetByRole(AriaRole.Button, new() { Name = "Note that one person came" }).ClickAsync();
        await Assertions.Expect(host.GetByText("one person noted as having come.")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Locator(".door-count b")).ToHaveTextAsync("2");
        await host.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(phone.Locator(".door-count b")).ToHaveTextAsync("1");
        await host.Locator("#list-pasted").FillAsync("no list at all");
        await host.Locator("#list-pasted").BlurAsync();
        await Assertions.Expect(host.GetByRole(AriaRole.Alert)).ToContainTextAsync("No row names a column");
        await Assertions.Expect(host.Locator("#list-pasted")).ToHaveValueAsync("no list at all");
    }

    /// <summary>A public session in ten minutes, in a hall.</summary>
    private async Task<(string Room, string Page)> Soon(IPage host)
    {
        await host.GotoAsync(app.At("/host/series/try-it-out/plan"));
        var start = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddMinutes(10), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        await host.Locator("#lines").FillAsync(start.ToString("yyyy-MM-dd, HH:mm', In the hall'", CultureInfo.InvariantCulture));
        await host.Locator("#publish").CheckAsync();
        await host.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Save|Publish)") }).ClickAsync();
        await Assertions.Expect(host).ToHaveURLAsync(new Regex("planned=1"));
        var room = (await host.GetByRole(AriaRole.Link, new() { Name = "In the hall" }).First.GetAttributeAsync("href"))!;
        await host.GotoAsync(app.At($"{room}/edit"));
        await host.Locator("#address").FillAsync("The town hall");
        await host.Locator("#address").BlurAsync();
        await host.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Save") }).ClickAsync();
        await Assertions.Expect(host.GetByText("Saved. The page shows it now.")).ToBeVisibleAsync();
        return (room, (await host.GetByRole(AriaRole.Link, new() { Name = "See the page" }).GetAttributeAsync("href"))!);
    }

    /// <returns>Where their code leads.</returns>
    private async Task<string> SignUp(string session, string address)
    {
        var visitor = await chromium.NewVisitorWithoutScript();
        await visitor.GotoAsync(app.At(session));
        await visitor.GetByLabel("E-mail address").FillAsync(address);
        await visitor.Locator("form[action$='sign-up'] .button").ClickAsync();
        await Assertions.Expect(visitor).ToHaveURLAsync(new Regex("/signed-up$"));
        await visitor.GotoAsync((await app.Mailbox.WaitFor(address, "place is saved")).Link("/my/").AbsoluteUri);
        await Assertions.Expect(visitor.Locator(".door-code")).ToBeVisibleAsync();
        return (await visitor.GetByRole(AriaRole.Link, new() { Name = "The code by itself" }).GetAttributeAsync("href"))!;
    }
}
