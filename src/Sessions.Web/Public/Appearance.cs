using Microsoft.AspNetCore.Mvc;

namespace Sessions.Web.Public;

/// <summary>Light or dark: the system decides until the visitor does. The server writes the choice into the page, so nothing flashes.</summary>
public static class Appearance
{
    public const string Cookie = "theme";

    /// <summary>"light", "dark" or null for the system's.</summary>
    public static string? Of(HttpContext? http) => http?.Request.Cookies[Cookie] is "light" or "dark" ? http.Request.Cookies[Cookie] : null;

    public static IResult Choose([FromForm] string? theme, [FromForm] string? back, HttpContext http)
    {
        if (theme is "light" or "dark")
            http.Response.Cookies.Append(Cookie, theme, new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });
        else
            http.Response.Cookies.Delete(Cookie);
        http.Response.Headers.Location = IsOurs(back) ? back : "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static bool IsOurs(string? path) => path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && path.All(c => c is > ' ' and < (char)127);
}
