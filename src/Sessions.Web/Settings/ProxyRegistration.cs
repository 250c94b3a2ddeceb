using Microsoft.AspNetCore.HttpOverrides;

namespace Sessions.Web.Settings;

public static class ProxyRegistration
{
    /// <summary>
    /// A visitor's address and scheme come from X-Forwarded-For and -Proto when, and only when, a trusted proxy says so. Goes
    /// before all that asks for either: sign-up limits, Secure cookies, HSTS.
    /// </summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<ProxySettings>().Trusted;
        if (trusted.Count == 0) return;
        // Through a chain of proxies as far as each of them is trusted.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
