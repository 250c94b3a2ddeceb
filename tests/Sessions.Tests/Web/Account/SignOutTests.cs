using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Account;

public sealed class SignOutTests
{
    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        await using var site = await WholeSite.Open();
        var visitor = await Visitor.As(site, Role.Host);
        var copy = await Visitor.As(site, Role.Host);
        Assert.Equal(200, (await copy.Get("/host")).Status);

        var form = (await visitor.Forms("/account/sign-in")).First(f => f.Hidden.Count > 0);
        using var content = new FormUrlEncodedContent(form.Hidden);
        await visitor.Send(HttpMethod.Post, "/account/sign-out", content);

        var answer = await copy.Get("/host");
        Assert.Equal(302, answer.Status);
        Assert.Contains("/account/sign-in", answer.Location, StringComparison.Ordinal);
    }
}
