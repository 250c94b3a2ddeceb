using System.Net;

namespace Sessions.Archive.Links;

/// <summary>Where the checker may go.</summary>
/// <param name="MayConnect">To this address and port.</param>
/// <param name="Resolve">All addresses of a name; each of them is asked of <paramref name="MayConnect"/>.</param>
internal sealed record LinkReach(Func<IPAddress, int, bool> MayConnect, Func<string, CancellationToken, Task<IPAddress[]>> Resolve)
{
    /// <summary>With one question, its answer included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    public static LinkReach Public { get; } = new((address, port) => PublicAddress.IsPublicPort(port) && PublicAddress.IsPublic(address), Dns.GetHostAddressesAsync);
}

/// <summary>No address of this name is one to go to.</summary>
internal sealed class NotPublicException() : IOException("The address is not of the public internet.");
