using System.Net;
using System.Net.Sockets;
using Sessions.Browser.Support;

namespace Sessions.Browser;

/// <summary>The site behind a real nginx, under the configuration that deploy/ offers.</summary>
public sealed class ProxyTests(Chromium chromium, ProxiedApp site) : IClassFixture<Chromium>, IClassFixture<ProxiedApp>
{
    [NginxFact]
    public async Task A_console_circuit_stands_through_the_proxy_over_a_web_socket_and_its_cookie_is_secure()
    {
        var page = await chromium.NewVisitor(options => options.IgnoreHTTPSErrors = true);
        var sockets = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        await page.GotoAsync((await site.App.SignInLink()).AbsoluteUri);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(site.Address, "/host").AbsoluteUri);

        await page.GotoAsync(new Uri(site.Address, "/host/script-check").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByLabel("Typed").FillAsync("loud");

        await Assertions.Expect(page.Locator("#events p")).ToHaveTextAsync("LOUD");
        Assert.Contains(sockets, url => url.StartsWith($"wss://localhost:{site.Address.Port}/_blazor", StringComparison.Ordinal));
        Assert.True((await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "host").Secure);
    }

    [NginxFact]
    public async Task Sign_ups_are_counted_by_the_visitors_address_whatever_the_visitor_says_of_it()
    {
        var first = new[] { await SignUp("127.0.0.2", "198.51.100.1"), await SignUp("127.0.0.2", "198.51.100.2"), await SignUp("127.0.0.2", "198.51.100.3") };
        var second = await SignUp("127.0.0.3", "127.0.0.2");

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests], first);
        Assert.Equal(HttpStatusCode.SeeOther, second);
    }

    private async Task<HttpStatusCode> SignUp(string from, string says)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = new() { RemoteCertificateValidationCallback = (_, ours, _, _) => ours?.Subject == "CN=localhost" },
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/series/try-it-out/3-two-places-and-a-waiting-list/sign-up"))
        {
            Content = new FormUrlEncodedContent([new("email", $"{Guid.NewGuid():n}@example.org")]),
        };
        request.Headers.Add("X-Forwarded-For", says);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
