using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using NodaTime;

namespace Sessions.Archive.Links;

/// <summary>Looks whether an address answers: politely, shortly, and nowhere inside.</summary>
internal sealed class LinkVisitor : IDisposable
{
    public const int MostRedirects = 5;

    /// <summary>Bytes of an answer that are read to see that there is one.</summary>
    private const int MostRead = 4096;

    private readonly HttpClient _http;
    private readonly string _agent;
    private readonly TimeSpan _patience;

    /// <param name="agent">Says who asks, and where to complain.</param>
    public LinkVisitor(LinkReach reach, string agent) => (_http, _agent, _patience) = (LinkClient.Make(reach), agent, reach.Patience);

    /// <summary>"Sessions-link-check (+https://sessions.example.org/)"</summary>
    public static string AgentOf(Uri site) => $"{RobotsFile.Name} (+{site.AbsoluteUri})";

    public void Dispose() => _http.Dispose();

    /// <param name="robots">What the host of an address wants of programs.</param>
    /// <param name="now">For hosts that name a moment to come back at.</param>
    public async Task<LinkAnswer> Look(string url, Func<Uri, CancellationToken, Task<RobotsFile>> robots, Instant now, CancellationToken stop)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return new(LinkFault.NotPublic);
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) return new(LinkFault.NotPublic);
            try
            {
                if (!(await robots(address, stop)).Allows(address.PathAndQuery)) return new(LinkFault.RobotsForbid);
                // The client's own limit ends with the headers.
                using var limit = Limit(stop);
                using var answer = await Ask(address, limit.Token);
                if (!IsRedirect(answer)) return Judge(answer, now);
                if (answer.Headers.Location is not { } location || !Uri.TryCreate(address, location, out address)) return new(LinkFault.Refused, (int)answer.StatusCode);
            }
            catch (Exception fault) when (Of(fault, stop) is { } known)
            {
                return new(known);
            }
        }
        return new(LinkFault.TooManyRedirects);
    }

    /// <summary>The body of a small text, or null where there is none to have.</summary>
    public async Task<(HttpStatusCode Status, string? Text)> Fetch(Uri address, int most, CancellationToken stop)
    {
        using var limit = Limit(stop);
        using var answer = await Send(HttpMethod.Get, address, limit.Token);
        if (!answer.IsSuccessStatusCode) return (answer.StatusCode, null);
        await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
        var bytes = new byte[most];
        var read = await body.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, limit.Token);
        return (answer.StatusCode, System.Text.Encoding.UTF8.GetString(bytes, 0, read));
    }

    /// <summary>HEAD, and GET where HEAD is not understood or not trusted.</summary>
    private async Task<HttpResponseMessage> Ask(Uri address, CancellationToken stop)
    {
        var head = await Send(HttpMethod.Head, address, stop);
        if (head.IsSuccessStatusCode || IsRedirect(head) || head.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) return head;
        head.Dispose();
        var answer = await Send(HttpMethod.Get, address, stop);
        if (answer.IsSuccessStatusCode)
        {
            await using var body = await answer.Content.ReadAsStreamAsync(stop);
            _ = await body.ReadAtLeastAsync(new byte[MostRead], MostRead, throwOnEndOfStream: false, stop);
        }
        return answer;
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, Uri address, CancellationToken stop)
    {
        var ask = new HttpRequestMessage(method, address);
        ask.Headers.TryAddWithoutValidation("User-Agent", _agent);
        ask.Headers.Accept.ParseAdd("*/*");
        return _http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    private CancellationTokenSource Limit(CancellationToken stop)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_patience);
        return limit;
    }

    private static bool IsRedirect(HttpResponseMessage answer) => (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308;

    private static LinkAnswer Judge(HttpResponseMessage answer, Instant now) => new((int)answer.StatusCode switch
    {
        >= 200 and < 300 => null,
        404 or 410 => LinkFault.Gone,
        401 or 403 or 405 or 407 or 451 or 999 => LinkFault.NeedsSignIn,
        429 or 503 => LinkFault.Busy,
        _ => LinkFault.Refused,
    }, (int)answer.StatusCode, (int)answer.StatusCode is 429 or 503 ? Wait(answer, now) : null);

    /// <summary>A day where the host names no time; a week at most, whatever it says.</summary>
    private static Duration Wait(HttpResponseMessage answer, Instant now)
    {
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } => Instant.FromDateTimeOffset(date) - now,
            _ => Duration.FromDays(1),
        };
        return asked < Duration.Zero ? Duration.Zero : asked > LinkRules.LongestPatience ? LinkRules.LongestPatience : asked;
    }

    /// <summary>Null for what is no answer of the network: a stop, or a mistake of ours.</summary>
    private static LinkFault? Of(Exception fault, CancellationToken stop) => fault switch
    {
        OperationCanceledException => stop.IsCancellationRequested ? null : LinkFault.TooSlow,
        NotPublicException => LinkFault.NotPublic,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => LinkFault.NameUnknown,
        SocketException { SocketErrorCode: SocketError.TimedOut } => LinkFault.TooSlow,
        AuthenticationException => LinkFault.CertificateWrong,
        HttpRequestException { InnerException: { } inner } => Of(inner, stop) ?? LinkFault.Unreachable,
        HttpRequestException or IOException or SocketException => LinkFault.Unreachable,
        UriFormatException or InvalidOperationException or NotSupportedException => LinkFault.Refused,
        _ => null,
    };
}
