using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Sessions.Web.Account;

/// <summary>
/// What was asked of an authenticator, kept at the browser: sealed, for five minutes, spent with its first answer, and worth
/// nothing to another run of this program, which would not know what was spent.
/// </summary>
internal sealed class PasskeyChallenges(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "passkey";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("passkey", $"{Guid.NewGuid():n}").ToTimeLimitedDataProtector();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new(StringComparer.Ordinal);

    public void Ask(HttpContext http, string? state) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect(state ?? "", time.GetUtcNow() + Life), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = "/account",
            MaxAge = Life,
        });

    /// <summary>Null where nothing was asked, too long ago, or answered before.</summary>
    public string? Spend(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } kept) return null;
        http.Response.Cookies.Delete(Cookie, new() { Path = "/account" });
        try
        {
            var state = _seal.Unprotect(kept, out var until);
            foreach (var old in _spent.Where(s => s.Value < time.GetUtcNow()).ToList()) _spent.TryRemove(old);
            return until > time.GetUtcNow() && _spent.TryAdd(kept, until) ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
