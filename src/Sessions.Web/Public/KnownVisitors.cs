using Sessions.Registrations;

namespace Sessions.Web.Public;

/// <summary>Whoever opened their personal page is known on this device from then on: they type nothing. The cookie is that page's own link, and ends with it.</summary>
public sealed class KnownVisitors(MyQueries my)
{
    public const string Cookie = "me";

    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    public static void Keep(HttpContext http, string token) => http.Response.Cookies.Append(Cookie, token, Options(http, Life));

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http, null));

    /// <summary>Null where nobody is.</summary>
    public async Task<KnownVisitor?> Of(HttpContext http, Guid seriesId, Guid? sessionId) =>
        Token(http) is { } token ? await my.Known(token, seriesId, sessionId) : null;

    /// <summary>The address to sign up, as typed or as known.</summary>
    public async Task<string?> Address(HttpContext http, string? typed, bool isKnown) =>
        isKnown && Token(http) is { } token ? await my.Address(token) : typed;

    public static string? Token(HttpContext http) => http.Request.Cookies[Cookie] is { Length: > 0 and <= 64 } token ? token : null;

    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps, MaxAge = life, Path = "/" };
}
