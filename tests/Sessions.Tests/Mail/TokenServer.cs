using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;
using Sessions.Mail;

namespace Sessions.Tests.Mail;

/// <summary>Gives access tokens on loopback, and tells a mail server whose one is: no provider can be had here.</summary>
internal sealed class TokenServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _asked = new();

    public TokenServer()
    {
        // A port that was free a moment ago may be taken: then another one.
        for (var left = 20; ; left--)
        {
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://127.0.0.1:{Port = Random.Shared.Next(20_000, 32_000)}/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (left > 0)
            {
            }
        }
        _ = Run();
    }

    public int Port { get; private set; }

    /// <summary>The fields of each question, in their order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Asked => [.. _asked];

    /// <summary>What is given the nth time, from 1: status and body.</summary>
    public Func<int, (int Status, string Body)> Give { get; set; } = nth => (200, $$"""{"token_type":"Bearer","access_token":"token-{{nth}}","expires_in":3600}""");

    /// <summary>Whose mailbox any token opens that was not taken back.</summary>
    public string Owner { get; set; } = "";

    private ConcurrentDictionary<string, bool> TakenBack { get; } = new();

    public OAuthOptions Client => new(new($"http://127.0.0.1:{Port}/token"), "our-client", "our-secret", null, "mail");

    public string IntrospectionUrl => $"http://127.0.0.1:{Port}/whose/";

    public void TakeBack(string token) => TakenBack[token] = true;

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task Run()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var (status, body) = call.Request.Url!.AbsolutePath.StartsWith("/whose/", StringComparison.Ordinal) ? Whose(call.Request.Url) : await Token(call.Request);
            call.Response.StatusCode = status;
            if (status is >= 300 and < 400) call.Response.RedirectLocation = $"http://127.0.0.1:{Port}/token";
            call.Response.ContentType = "application/json";
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            call.Response.Close();
        }
    }

    /// <summary>Dovecot writes the token behind the address, and its own name behind that.</summary>
    private (int Status, string Body) Whose(Uri url) =>
        TakenBack.ContainsKey(url.AbsolutePath["/whose/".Length..].Split('&')[0]) ? (200, """{"active":false}""") : (200, $$"""{"active":true,"email":"{{Owner}}"}""");

    private async Task<(int Status, string Body)> Token(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var fields = HttpUtility.ParseQueryString(await reader.ReadToEndAsync());
        _asked.Enqueue(fields.AllKeys.ToDictionary(key => key!, key => fields[key]!));
        return Give(_asked.Count);
    }
}
