using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Sessions.Mail;

internal static class SmtpHost
{
    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>What to say in EHLO: a full name, or the address literal of RFC 5321 4.1.3.</summary>
    public static string NameOf(IPAddress? local)
    {
        var properties = IPGlobalProperties.GetIPGlobalProperties();
        if (properties.DomainName.Length > 0 && EmailAddressSyntax.ToAsciiDomain($"{properties.HostName}.{properties.DomainName}") is { } name)
            return name;
        var address = local is { IsIPv4MappedToIPv6: true } ? local.MapToIPv4() : local ?? IPAddress.Loopback;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }
}
