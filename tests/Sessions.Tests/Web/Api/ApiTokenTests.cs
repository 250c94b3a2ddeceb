using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

public sealed class ApiTokenTests
{
    [Theory, EachDatabase]
    public async Task A_token_acts_as_its_person_and_no_wider(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var host = await ApiClient.For(site, site.Known.Host);

        Assert.Equal("Hanna Host", (await host.Get("me"))["name"]);
        Assert.Equal(200, (await host.Get($"sessions/{site.SessionId}")).Status);
        Assert.Equal("notFound", (await host.Get($"sessions/{site.Known.ForeignSession}")).Code);
        Assert.Equal("notAllowed", (await host.Get("hosts")).Code);
        Assert.Equal(["Open"], (await host.Get("series")).Items.Select(s => s.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task One_for_a_single_series_opens_that_alone_also_where_its_person_is_an_admin()
    {
        await using var site = await WholeSite.Open();
        var narrow = await ApiClient.For(site, site.Known.Admin, site.SeriesId);

        Assert.Equal(200, (await narrow.Put($"sessions/{site.SessionId}", new { title = "Changed" })).Status);
        Assert.Equal(404, (await narrow.Get($"sessions/{site.Known.ForeignSession}")).Status);
        Assert.Equal(["Open"], (await narrow.Get("series")).Items.Select(s => s.GetProperty("name").GetString()));
        foreach (var path in new[] { "hosts", "texts/about", "tokens" }) Assert.Equal(403, (await narrow.Get(path)).Status);
        Assert.Equal(403, (await narrow.Post("series", new { name = "More", zone = "Europe/London" })).Status);
    }

    [Fact]
    public async Task One_that_only_reads_writes_nothing()
    {
        await using var site = await WholeSite.Open();
        var reader = await ApiClient.For(site, site.Known.Admin, isReadOnly: true);

        Assert.Equal(200, (await reader.Get($"sessions/{site.SessionId}")).Status);
        Assert.Equal((403, "readOnly"), ((await reader.Put($"sessions/{site.SessionId}", new { title = "Changed" })) is var no ? (no.Status, no.Code) : default));
        Assert.Equal("readOnly", (await reader.Post($"sessions/{site.SessionId}/move?preview=true", new { date = "2060-01-01", start = "12:00" })).Code);
    }

    [Theory, EachDatabase]
    public async Task It_opens_nothing_once_revoked_or_once_its_person_is_shut_out_or_has_no_right_left(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var admin = new Actor(Guid.NewGuid(), "Ada Admin", IsAdmin: true, IsHost: true, new HashSet<Guid>());
        var tokens = site.Get<ApiTokenService>();
        var made = (await tokens.CreateFor(site.Known.Host, "Script", null, isReadOnly: false)).Value!;
        var (revoked, kept) = (new ApiClient(site.Client, made.Secret), await ApiClient.For(site, site.Known.Host));
        Assert.Equal(200, (await revoked.Get("me")).Status);

        Assert.Null(await tokens.Revoke(admin, made.Id));
        Assert.Equal(401, (await revoked.Get("me")).Status);
        Assert.Equal(200, (await kept.Get("me")).Status);
        await site.Get<HostService>().Disable(admin, site.Known.HostId);
        Assert.Equal(401, (await kept.Get("me")).Status);
        await site.Get<HostService>().Enable(admin, site.Known.HostId);
        Assert.Equal(200, (await kept.Get("me")).Status);
        await site.Database.Write(async db => db.RemoveRange(await db.HostGrants.Where(g => g.PersonId == site.Known.HostId).ToListAsync()));
        Assert.Equal(401, (await kept.Get("me")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ses_")]
    [InlineData("ses_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_one_that_works_every_address_asks_for_one(string? secret)
    {
        await using var site = await WholeSite.Open();
        var api = new ApiClient(site.Client, secret);

        foreach (var path in new[] { "me", "series", $"sessions/{site.SessionId}" })
        {
            var answer = await api.Get(path);
            Assert.Equal((401, "tokenMissing"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task The_secret_is_kept_nowhere_and_the_last_use_is_noted_by_the_job()
    {
        await using var site = await WholeSite.Open();
        var made = (await site.Get<ApiTokenService>().CreateFor(site.Known.Host, "Script", null, isReadOnly: false)).Value!;
        var api = new ApiClient(site.Client, made.Secret);
        await api.Get("me");
        await api.Get($"sessions/{site.SessionId}");

        Assert.Null((await Token(site, made.Id)).LastUsedAt);
        await site.Get<TokenUseJob>().Run(CancellationToken.None);

        Assert.NotNull((await Token(site, made.Id)).LastUsedAt);
        Assert.DoesNotContain(site.Log.All, line => line.Contains(made.Secret, StringComparison.Ordinal));
        await using var db = site.Database.Read();
        Assert.DoesNotContain(await Everywhere(site), text => text.Contains(made.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_and_numbers_have_their_limits()
    {
        await using var site = await WholeSite.Open();
        var tokens = site.Get<ApiTokenService>();
        var other = await site.Database.Read().Series.Where(s => s.Slug == "other").Select(s => s.Id).SingleAsync();

        Assert.Equal(ApiTokenRefusal.NotAHost, (await tokens.CreateFor("nobody@example.org", "Script", null, false)).No);
        Assert.Equal(ApiTokenRefusal.NotAnAddress, (await tokens.CreateFor("nobody", "Script", null, false)).No);
        Assert.Equal(ApiTokenRefusal.NameMissing, (await tokens.CreateFor(site.Known.Host, " ", null, false)).No);
        Assert.Equal(ApiTokenRefusal.NameTooLong, (await tokens.CreateFor(site.Known.Host, new('x', 101), null, false)).No);
        Assert.Equal(ApiTokenRefusal.SeriesUnknown, (await tokens.CreateFor(site.Known.Host, "Script", other, false)).No);
        for (var i = 0; i < ApiTokenService.MostForPerson; i++) Assert.True((await tokens.CreateFor(site.Known.Host, "Script", null, false)).Ok);
        Assert.Equal(ApiTokenRefusal.TooMany, (await tokens.CreateFor(site.Known.Host, "Script", null, false)).No);
    }

    private static async Task<ApiToken> Token(WholeSite site, Guid id)
    {
        await using var db = site.Database.Read();
        return await db.ApiTokens.SingleAsync(t => t.Id == id);
    }

    private static async Task<List<string>> Everywhere(WholeSite site)
    {
        await using var db = site.Database.Read();
        return [.. await db.Audit.Select(a => a.Text).ToListAsync(), .. (await db.ApiTokens.ToListAsync()).Select(t => $"{t.Name} {System.Text.Encoding.Latin1.GetString(t.Hash)}")];
    }
}
