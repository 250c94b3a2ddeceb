using Sessions.Mail;
using Sessions.Tests.Support;

namespace Sessions.Tests.Mail;

public sealed class AccessTokensTests : IDisposable
{
    private readonly TokenServer _provider = new();
    private readonly FakeTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_is_asked_for_once_by_however_many_and_again_shortly_before_it_runs_out()
    {
        using var tokens = new AccessTokens(_provider.Client, _time);

        Assert.Equal(["token-1"], (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => tokens.Get(default)))).Distinct());
        _time.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal("token-1", await tokens.Get(default));
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("token-2", await tokens.Get(default));

        Assert.Equal(2, _provider.Asked.Count);
        Assert.Equal(new() { ["grant_type"] = "client_credentials", ["client_id"] = "our-client", ["client_secret"] = "our-secret", ["scope"] = "mail" }, _provider.Asked[0].ToDictionary());
    }

    [Fact]
    public async Task A_refresh_token_is_used_where_there_is_one_and_its_successor_after_it()
    {
        _provider.Give = nth => (200, $$"""{"access_token":"token-{{nth}}","refresh_token":"next-{{nth}}"}""");
        using var tokens = new AccessTokens(_provider.Client with { ClientSecret = null, RefreshToken = "first", Scope = null }, _time);

        await tokens.Get(default);
        _time.Advance(TimeSpan.FromMinutes(5));
        await tokens.Get(default);

        Assert.Equal(new() { ["grant_type"] = "refresh_token", ["client_id"] = "our-client", ["refresh_token"] = "first" }, _provider.Asked[0].ToDictionary());
        Assert.Equal("next-1", _provider.Asked[1]["refresh_token"]);
    }

    [Fact]
    public async Task A_token_that_a_server_did_not_take_is_asked_for_again_and_a_newer_one_is_not_dropped_with_it()
    {
        using var tokens = new AccessTokens(_provider.Client, _time);
        var old = await tokens.Get(default);

        tokens.Forget(old);
        Assert.Equal("token-2", await tokens.Get(default));
        tokens.Forget(old);

        Assert.Equal("token-2", await tokens.Get(default));
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret.\r\nTrace ID: 1"}""", "127.0.0.1 gives no access token: invalid_client, AADSTS7000215: Invalid client secret.")]
    [InlineData(401, """{"error":"invalid_grant"}""", "127.0.0.1 gives no access token: invalid_grant")]
    [InlineData(500, "{}", "127.0.0.1 gives no access token: it answers 500 and no reason")]
    [InlineData(200, """{"token_type":"Bearer"}""", "127.0.0.1 gives no access token: it answers 200 and no reason")]
    [InlineData(200, "<html>Sign in</html>", "127.0.0.1 answers 200 and no JSON: is the token address right?")]
    [InlineData(200, "[]", "127.0.0.1 answers 200 and no JSON: is the token address right?")]
    [InlineData(302, "", "127.0.0.1 answers 302 and no JSON: is the token address right?")]
    [InlineData(200, """{"access_token":"one\r\nMAIL FROM:<somebody@example.org>"}""", "127.0.0.1 gives an access token that is none.")]
    public async Task Why_there_is_none_is_said_in_one_sentence_without_our_secret(int status, string body, string said)
    {
        _provider.Give = _ => (status, body);
        using var tokens = new AccessTokens(_provider.Client, _time);

        var fault = await Assert.ThrowsAsync<AccessTokenException>(() => tokens.Get(default));

        Assert.Equal(said, fault.Message);
        Assert.DoesNotContain("our-secret", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("our-secret", _provider.Client.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_named()
    {
        var client = _provider.Client;
        _provider.Dispose();
        using var tokens = new AccessTokens(client, _time);

        Assert.StartsWith("127.0.0.1 cannot be asked for an access token: ", (await Assert.ThrowsAsync<AccessTokenException>(() => tokens.Get(default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_goes_to_an_encrypted_address_only()
    {
        Assert.Equal("The token address must begin with https.", (_provider.Client with { TokenUrl = new("http://login.example.org/token") }).FindFault());
        Assert.Null((_provider.Client with { TokenUrl = new("https://login.example.org/token") }).FindFault());
        Assert.Null(_provider.Client.FindFault());
    }

    public void Dispose() => _provider.Dispose();
}
