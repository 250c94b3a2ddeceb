using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sessions.People;

namespace Sessions.Web.Account;

/// <summary>The cookie says who; what they may is asked of the database at every request.</summary>
public static class SignInCookie
{
    public const string SignInClaim = "sign-in";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "host";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/account/sign-in";
        cookie.AccessDeniedPath = "/account/sign-in";
        cookie.Events.OnValidatePrincipal = async context =>
        {
            if (await Find(context.Principal, context.HttpContext.RequestServices.GetRequiredService<HostQueries>()) is null)
                context.RejectPrincipal();
        };
    }

    public static async Task<Actor?> Find(ClaimsPrincipal? principal, HostQueries hosts) =>
        SignInOf(principal) is { } id ? await hosts.Actor(id) : null;

    public static Guid? SignInOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(SignInClaim), out var id) ? id : null;
}
