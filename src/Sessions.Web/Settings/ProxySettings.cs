using System.Net;

namespace Sessions.Web.Settings;

/// <summary>Section "Proxy".</summary>
/// <param name="Trusted">Addresses whose word is taken for where a visitor comes from and whether by https; a single address is a network of one.</param>
public sealed record ProxySettings(IReadOnlyList<IPNetwork> Trusted)
{
    private static readonly char[] Between = [',', ';', ' '];

    /// <exception cref="SettingsFault">A word is neither an address nor a network.</exception>
    public static ProxySettings Read(string trusted) =>
        new([.. trusted.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)]);

    private static IPNetwork Network(string word)
    {
        if (IPNetwork.TryParse(word, out var network)) return network;
        if (IPAddress.TryParse(word, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new SettingsFault($"Proxy:Trusted: \"{word}\" is neither an address like 127.0.0.1 nor a network like 10.0.0.0/8.");
    }
}
