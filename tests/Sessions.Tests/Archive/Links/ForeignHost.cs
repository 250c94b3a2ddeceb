using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sessions.Archive.Links;

namespace Sessions.Tests.Archive.Links;

/// <summary>Somebody else's server, with every address answering as it is told; names lead to it through a rule of the test's own.</summary>
internal sealed class ForeignHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new();

    private ForeignHost(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<string> Agents { get; } = new();

    public int Port { get; private set; }

    /// <summary>Allows this server alone, under any name.</summary>
    public LinkReach Reach => new((address, port) => IPAddress.IsLoopback(address) && port == Port, Resolve);

    public Dictionary<string, IPAddress[]> Names { get; } = new() { ["one.example.org"] = [IPAddress.Loopback], ["two.example.org"] = [IPAddress.Loopback] };

    public string Url(string path, string host = "one.example.org") => $"http://{host}:{Port}{path}";

    public static async Task<ForeignHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new ForeignHost(app);
        app.Run(http =>
        {
            host.Asked.Enqueue($"{http.Request.Method} {http.Request.Path}");
            host.Agents.Enqueue(http.Request.Headers.UserAgent.ToString());
            if (host._answers.TryGetValue(http.Request.Path, out var answer)) return answer(http);
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await app.StartAsync();
        host.Port = new Uri(app.Urls.Single()).Port;
        return host;
    }

    public void Answers(string path, Func<HttpContext, Task> answer) => _answers[path] = answer;

    public void Answers(string path, int status, params (string Name, string Value)[] headers) => Answers(path, http =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task<IPAddress[]> Resolve(string name, CancellationToken stop) => Names.TryGetValue(name, out var addresses)
        ? Task.FromResult(addresses)
        : throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
}
