using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Sessions.Web.Settings;

namespace Sessions.Web.Public;

/// <summary>So many sign-ups a minute by one visitor and from one network, and no more.</summary>
public sealed class SignUpLimits(SignUpSettings settings) : IDisposable
{
    public const string Cookie = "visitor";

    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
        {
            TokenLimit = settings.NetworkBurst,
            TokensPerPeriod = Math.Max(1, settings.NetworkPerMinute / 12),
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
        }));

    private readonly PartitionedRateLimiter<string> _visitors = PartitionedRateLimiter.Create<string, string>(visitor =>
        RateLimitPartition.GetFixedWindowLimiter(visitor, _ => new() { PermitLimit = settings.AddressesPerMinute, Window = RetryAfter }));

    public bool Allow(HttpContext http)
    {
        using var network = _networks.AttemptAcquire(Network(http.Connection.RemoteIpAddress));
        if (!network.IsAcquired) return false;
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and <= 64 } visitor)
        {
            http.Response.Cookies.Append(Cookie, Guid.NewGuid().ToString("n"),
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromHours(1), Path = "/" });
            return true;
        }

        using var own = _visitors.AttemptAcquire(visitor);
        return own.IsAcquired;
    }

    public void Dispose()
    {
        _networks.Dispose();
        _visitors.Dispose();
    }

    /// <summary>The first half of an IPv6 address: what one household or hall is given.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };
}
