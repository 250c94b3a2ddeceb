using System.Net;
using System.Net.Sockets;

namespace Sessions.Archive.Links;

/// <summary>
/// Which addresses are of the public internet. The checker connects to no other one, whatever name led there, so that nobody makes this
/// server look into the network that it stands in.
/// </summary>
internal static class PublicAddress
{
    /// <summary>IANA's special-purpose registries (RFC 6890 and what came after), with all that is not reachable by everybody.</summary>
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(range => IPNetwork.Parse(range)),
    ];

    /// <summary>What is handed out to anybody at all; whatever lies beside it is local, reserved or a way into version 4.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Parts of <see cref="Global"/> that lead elsewhere: Teredo and the other protocol assignments, documentation, 6to4, and their like.</summary>
    private static readonly IPNetwork[] ClosedOfGlobal =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(range => IPNetwork.Parse(range))];

    public static bool IsPublic(IPAddress address)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1, and stands outside 2000::/3 besides.
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Closed, range => range.Contains(address)),
            AddressFamily.InterNetworkV6 => address.ScopeId == 0 && Global.Contains(address) && !Array.Exists(ClosedOfGlobal, range => range.Contains(address)),
            _ => false,
        };
    }

    /// <summary>The two ports of the web.</summary>
    public static bool IsPublicPort(int port) => port is 80 or 443;
}
