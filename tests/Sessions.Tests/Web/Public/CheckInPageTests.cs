using Microsoft.EntityFrameworkCore;
using Sessions.People;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;
using Role = Sessions.Tests.Web.Promises.Role;

namespace Sessions.Tests.Web.Public;

/// <summary>What a phone sees that scans a code, by whose phone it is.</summary>
public sealed class CheckInPageTests
{
    [Fact]
    public async Task Who_may_let_people_in_sees_them_and_a_button_and_everybody_else_the_code_alone()
    {
        await using var site = await WholeSite.Open();
        var path = $"/check-in/{site.Known.CheckIn}";
        var third = (await new Samples(site.Database).Series("third", "Third").Save()).LastSeries.Id;
        await site.Get<HostService>().InviteHelper("helper.here@example.org", site.SeriesId);
        await site.Get<HostService>().InviteHost("host.elsewhere@example.org", third);
        var (nobody, stranger, helper, host) = (await Visitor.As(site, Role.Anybody), await Visitor.SignedIn(site, "host.elsewhere@example.org"),
            await Visitor.SignedIn(site, "helper.here@example.org"), await Visitor.As(site, Role.Host));

        foreach (var visitor in new[] { nobody, stranger })
        {
            var page = (await visitor.Get(path)).Text;
            Assert.Contains("Show this at the door", page, StringComparison.Ordinal);
            Assert.Contains("The one called open-now", page, StringComparison.Ordinal);
            foreach (var secret in new[] { "Ann Attendee", site.Known.Attendee, "hecked in", site.Known.JoinNow, site.Known.My }) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
            Assert.Equal((303, path), await Press(visitor, path));
        }

        Assert.Null((await Place(site)).TickedAt);
        Assert.Contains("a…y@example.org", System.Net.WebUtility.HtmlDecode((await helper.Get(path)).Text), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Known.Attendee, (await helper.Get(path)).Text, StringComparison.Ordinal);
        var asked = (await host.Get(path)).Text;
        Assert.Contains(">Ann Attendee</h1>", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Known.JoinNow, asked, StringComparison.Ordinal);

        Assert.Equal((303, $"{path}?done=1"), await Press(helper, path));

        Assert.NotNull((await Place(site)).TickedAt);
        Assert.Contains(">Checked in<", (await helper.Get($"{path}?done=1")).Text, StringComparison.Ordinal);
        var after = (await host.Get(path)).Text;
        Assert.Contains("Already checked in", after, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{path}\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("hecked in", (await nobody.Get(path)).Text, StringComparison.Ordinal);
        Assert.Equal((303, path), await Press(host, path));
    }

    [Fact]
    public async Task Another_site_can_not_press_the_button()
    {
        await using var site = await WholeSite.Open();
        var host = await Visitor.As(site, Role.Host);
        using var form = new FormUrlEncodedContent([new("act", "check-in")]);
        form.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(403, (await host.Send(HttpMethod.Post, $"/check-in/{site.Known.CheckIn}", form)).Status);
        Assert.Null((await Place(site)).TickedAt);
    }

    [Theory]
    [InlineData("/check-in/abc", "/check-in/abc")]
    [InlineData("/host/sessions?page=2", "/host/sessions?page=2")]
    [InlineData("//elsewhere.example", "/host")]
    [InlineData("/\\elsewhere.example", "/host")]
    [InlineData("https://elsewhere.example/host", "/host")]
    [InlineData("/hostile", "/host")]
    [InlineData("/account/sign-out", "/host")]
    [InlineData("", "/host")]
    public async Task Who_had_to_sign_in_comes_back_to_where_they_were_and_to_no_other_site(string wanted, string there)
    {
        await using var site = await WholeSite.Open();
        var visitor = await Visitor.As(site, Role.Anybody);
        await visitor.Get($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}");
        var enter = $"/account/enter/{await site.SignIn(site.Known.Host)}";
        using var form = new FormUrlEncodedContent((await visitor.Forms(enter))[0].Hidden);

        Assert.Equal(there, (await visitor.Send(HttpMethod.Post, enter, form)).Location);
    }

    [Fact]
    public async Task The_way_back_is_gone_once_and_the_code_leads_to_the_sign_in_that_keeps_it()
    {
        await using var site = await WholeSite.Open();
        var visitor = await Visitor.As(site, Role.Anybody);
        var path = $"/check-in/{site.Known.CheckIn}";
        Assert.Contains($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(path)}", (await visitor.Get(path)).Text, StringComparison.Ordinal);
        await visitor.Get($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(path)}");
        foreach (var there in new[] { path, "/host" })
        {
            var enter = $"/account/enter/{await site.SignIn(site.Known.Host)}";
            using var form = new FormUrlEncodedContent((await visitor.Forms(enter))[0].Hidden);
            Assert.Equal(there, (await visitor.Send(HttpMethod.Post, enter, form)).Location);
        }
    }

    private static async Task<(int Status, string? Location)> Press(Visitor visitor, string path)
    {
        using var form = new FormUrlEncodedContent([new("act", "check-in")]);
        var answer = await visitor.Send(HttpMethod.Post, path, form);
        return (answer.Status, answer.Location);
    }

    private static async Task<Sessions.Registrations.Registration> Place(WholeSite site)
    {
        await using var db = site.Database.Read();
        var id = StandingLinks.ClaimedId(site.Known.CheckIn)!.Value;
        return await db.Registrations.SingleAsync(r => r.Id == id);
    }
}
