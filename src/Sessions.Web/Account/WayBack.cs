namespace Sessions.Web.Account;

/// <summary>Where somebody wanted to go before they had to sign in; kept in this browser for the minutes that a mailed link takes.</summary>
public static class WayBack
{
    public const string Cookie = "back";

    private const int Longest = 500;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Where signed-in people have something to do; nobody is led away from this site.</summary>
    private static readonly PathString[] Places = ["/host", "/check-in", "/account/passkeys"];

    public static void Keep(HttpContext http, string? path)
    {
        if (IsOurs(path)) http.Response.Cookies.Append(Cookie, path!, Options(http, Life));
    }

    /// <summary>Once; the console's first page where nothing was kept.</summary>
    public static string Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } path) return "/host";
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        return IsOurs(path) ? path : "/host";
    }

    private static bool IsOurs(string? path) =>
        path is { Length: > 1 and <= Longest } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl)
        && Array.Exists(Places, place => new PathString(path.Split('?', '#')[0]).StartsWithSegments(place, StringComparison.Ordinal));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps, MaxAge = life, Path = "/" };
}
