using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Web.Settings;

namespace Sessions.Tests.Web.Settings;

/// <summary>Whose word counts for where a visitor comes from: two sign-ups at once are allowed from one network here.</summary>
public sealed class TrustedProxyTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sessions-proxy-");
    private TestDatabase _database = null!;
    private SiteAt _site = null!;
    private Uri _address = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await new Samples(_database.Database).Series("weekly").Session("one", Samples.At(2060, 6, 1)).Save();
        _site = new(new(DatabaseProvider.Sqlite, _database.ConnectionString), _folder.FullName,
            ("Proxy:Trusted", "127.0.0.1, 10.0.0.0/8"), ("SignUp:NetworkBurst", "2"), ("SignUp:NetworkPerMinute", "1"));
        _site.UseKestrel(0);
        _site.StartServer();
        _address = new(_site.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_visitor_has_limits_of_their_own()
    {
        Assert.Equal([303, 303, 429], await SignUps("127.0.0.1", "203.0.113.1", "203.0.113.1", "203.0.113.1"));
        Assert.Equal([303], await SignUps("127.0.0.1", "203.0.113.2"));
    }

    [Fact]
    public async Task What_anybody_else_says_of_their_address_is_not_believed() =>
        Assert.Equal([303, 303, 429], await SignUps("127.0.0.9", "203.0.113.3", "203.0.113.4", "203.0.113.5"));

    [Fact]
    public async Task Through_two_trusted_proxies_it_is_the_first_address_that_neither_of_them_has() =>
        Assert.Equal([303, 303, 429], await SignUps("127.0.0.1", "1.1.1.1, 203.0.113.6, 10.1.2.3", "2.2.2.2, 203.0.113.6, 10.1.2.3", "3.3.3.3, 203.0.113.6, 10.9.9.9"));

    [Fact]
    public async Task Cookies_are_secure_when_a_trusted_proxy_says_https_and_not_when_anybody_else_does()
    {
        Assert.Contains("secure", await Cookie("127.0.0.1"), StringComparison.Ordinal);
        Assert.DoesNotContain("secure", await Cookie("127.0.0.8"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.0/99")]
    [InlineData("300.1.1.1")]
    public void A_word_that_is_no_address_and_no_network_is_a_sentence(string word) =>
        Assert.Contains(word, Assert.Throws<SettingsFault>(() => ProxySettings.Read($"127.0.0.1 {word}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nobody_is_trusted_unless_named_and_IPv6_may_be_named_too()
    {
        Assert.Empty(ProxySettings.Read("").Trusted);
        Assert.Equal(["::1/128", "fd00::/8"], ProxySettings.Read("::1;fd00::/8").Trusted.Select(network => network.ToString()));
    }

    private async Task<List<int>> SignUps(string from, params string[] forwardedFor)
    {
        var answers = new List<int>();
        foreach (var forwarded in forwardedFor)
        {
            using var answer = await SignUp(from, forwarded);
            answers.Add((int)answer.StatusCode);
        }
        return answers;
    }

    private async Task<string> Cookie(string from)
    {
        using var answer = await SignUp(from, $"198.51.100.{from[^1]}");
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("visitor=", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> SignUp(string from, string forwardedFor)
    {
        using var client = From(from);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, "/series/weekly/one/sign-up"))
        {
            Content = new FormUrlEncodedContent([new("email", $"{Guid.NewGuid():n}@example.org")]),
        };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await client.SendAsync(request);
    }

    private static HttpClient From(string address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
