using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Sessions.People;

namespace Sessions.Web.Account;

/// <summary>The three acts of an account: come in, set up, go out. Each is a POST.</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        app.MapPost("/account/enter/{token}", Enter);
        app.MapPost("/account/set-up/{token}", SetUp);
        app.MapPost("/account/sign-out", SignOut);
    }

    private static async Task<IResult> Enter(string token, [FromForm] string? _, SignInService signIn, HttpContext http)
    {
        var answer = await signIn.Enter(token);
        return answer.Ok ? await Welcome(http, answer.Value!) : Results.Redirect($"/account/enter/{Uri.EscapeDataString(token)}");
    }

    private static async Task<IResult> SetUp(string token, [FromForm] string? name, [FromForm] string? email, SignInService signIn, HttpContext http)
    {
        var answer = await signIn.CompleteSetUp(token, name, email);
        return answer.Ok
            ? await Welcome(http, answer.Value!)
            : Results.Redirect($"/account/set-up/{Uri.EscapeDataString(token)}" + QueryString.Create(new Dictionary<string, string?>
            {
                ["Name"] = name,
                ["Email"] = email,
                ["Refused"] = answer.No.ToString(),
            }));
    }

    private static async Task<IResult> SignOut([FromForm] string? _, HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Redirect("/");
    }

    private static async Task<IResult> Welcome(HttpContext http, SignedIn who)
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, who.PersonId.ToString()),
            new(SignInCookie.GenerationClaim, who.Generation.ToString(CultureInfo.InvariantCulture)),
        ], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = true });
        return Results.Redirect("/host");
    }
}
