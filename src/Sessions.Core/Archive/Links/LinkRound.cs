using System.Net;
using NodaTime;

namespace Sessions.Archive.Links;

/// <summary>One walk past some addresses: robots.txt of each host once, one host at a time, and a pause before each further question to it.</summary>
internal sealed class LinkRound : IDisposable
{
    private readonly LinkVisitor _visitor;
    private readonly TimeSpan _pause;
    private readonly Dictionary<string, RobotsFile> _robots = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="pause">Before each further question to a host.</param>
    public LinkRound(LinkVisitor visitor, TimeSpan pause) => (_visitor, _pause) = (visitor, pause);

    public void Dispose() => _visitor.Dispose();

    public async Task<LinkAnswer> Look(string url, Instant now, CancellationToken stop)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && !_asked.Add(address.Authority)) await Task.Delay(_pause, stop);
        return await _visitor.Look(url, Robots, now, stop);
    }

    private async Task<RobotsFile> Robots(Uri address, CancellationToken stop)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(origin, out var known)) return known;
        return _robots[origin] = await Read(new Uri(address, "/robots.txt"), stop);
    }

    /// <summary>RFC 9309, 2.3.1: none there allows all; one that can't be had for a fault of the host allows nothing. A host that does not answer at all is told by the link itself.</summary>
    private async Task<RobotsFile> Read(Uri address, CancellationToken stop)
    {
        try
        {
            var (status, text) = await _visitor.Fetch(address, RobotsFile.MostBytes, stop);
            return text is not null ? RobotsFile.Read(text) : status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.ServiceUnavailable ? RobotsFile.AllowsNothing : RobotsFile.AllowsAll;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || fault is OperationCanceledException && !stop.IsCancellationRequested)
        {
            return RobotsFile.AllowsAll;
        }
    }
}
