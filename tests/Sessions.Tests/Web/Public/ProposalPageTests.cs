using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Public;

public sealed class ProposalPageTests
{
    private static readonly HtmlParser Parser = new();

    [Fact]
    public async Task The_series_of_the_address_is_chosen_and_one_that_takes_none_is_not_offered()
    {
        await using var site = await WholeSite.Open();
        var visitor = await Visitor.As(site, Promises.Role.Anybody);

        Assert.Equal("open", Parser.ParseDocument((await visitor.Get("/offer?series=open")).Text).QuerySelector("option[selected]")?.GetAttribute("value"));
        Assert.Null(Parser.ParseDocument((await visitor.Get("/offer")).Text).QuerySelector("option[selected][value='open']"));
        Assert.Contains("/offer?series=open", (await visitor.Get("/series/open")).Text, StringComparison.Ordinal);

        await Close(site, "open");
        var page = (await visitor.Get("/offer?series=open")).Text;
        Assert.DoesNotContain("value=\"open\">", page, StringComparison.Ordinal);
        Assert.Contains("This series takes no talks and topics at the moment.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/offer?series=open", (await visitor.Get("/series/open")).Text, StringComparison.Ordinal);
        await Close(site, "other");
        page = (await visitor.Get("/offer")).Text;
        Assert.Contains("The hosts take no talks and topics at the moment.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/offer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_comes_back_with_a_closed_door_and_with_a_fault()
    {
        await using var site = await WholeSite.Open();
        var visitor = await Visitor.As(site, Promises.Role.Anybody);
        Dictionary<string, string> typed = new() { ["kind"] = "topic", ["title"] = "Bees", ["about"] = "How many?", ["email"] = "nobody", ["series"] = "open" };

        var fault = await visitor.Send(HttpMethod.Post, "/offer", new FormUrlEncodedContent(typed));
        await Close(site, "open");
        var closed = await visitor.Send(HttpMethod.Post, "/offer", new FormUrlEncodedContent(new Dictionary<string, string>(typed) { ["email"] = "" }));

        Assert.Equal((422, 409), (fault.Status, closed.Status));
        Assert.Equal("#email", Assert.Single(Parser.ParseDocument(fault.Text).QuerySelectorAll(".error-summary a")).GetAttribute("href"));
        foreach (var page in new[] { fault.Text, closed.Text }.Select(text => Parser.ParseDocument(text)))
        {
            Assert.Equal("Bees", page.QuerySelector("#title")!.GetAttribute("value"));
            Assert.Equal("How many?", page.QuerySelector("#about")!.TextContent.Trim());
            Assert.True(page.QuerySelector("input[value=topic]")!.HasAttribute("checked"));
        }
        Assert.Contains("This series takes no talks and topics at the moment.", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_what_one_sent_changes_nothing_and_a_press_withdraws_it()
    {
        await using var site = await WholeSite.Open();
        var (visitor, path) = (await Visitor.As(site, Promises.Role.Anybody), $"/my-offer/{site.Known.Offer}");

        Assert.Contains("The hosts have it and will read it.", (await visitor.Get(path)).Text, StringComparison.Ordinal);
        Assert.Contains("The hosts have it and will read it.", (await visitor.Get(path)).Text, StringComparison.Ordinal);
        Assert.Equal(303, (await visitor.Send(HttpMethod.Post, $"{path}/withdraw")).Status);
        var after = (await visitor.Get(path)).Text;
        Assert.Contains("You withdrew it.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("/withdraw", after, StringComparison.Ordinal);
    }

    private static Task Close(WholeSite site, string slug) => site.Database.Write(async db =>
    {
        var series = await db.Series.SingleAsync(s => s.Slug == slug);
        series.Terms = series.Terms with { TakesProposals = false };
    });
}
