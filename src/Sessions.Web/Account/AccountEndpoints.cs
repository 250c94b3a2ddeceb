using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using FromFormAttribute = Microsoft.AspNetCore.Mvc.FromFormAttribute;
using Sessions.Data;
using Sessions.People;
using Sessions.Web.Public;

namespace Sessions.Web.Account;

/// <summary>The three acts of an account: come in, set up, go out. Each is a POST; a link that is not open gets the one 404 page.</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        app.MapGet("/account/enter/{token}", AskToEnter);
        app.MapGet("/account/set-up/{token}", AskToSetUp);
        app.MapForm("/account/enter/{token}", Enter);
        app.MapForm("/account/set-up/{token}", SetUp);
        app.MapForm("/account/sign-out", SignOut);
        app.MapPasskeys();
    }

    private static async Task<IResult> AskToEnter(string token, SignInQueries signIns, TimeProvider time) =>
        await signIns.MayEnter(token, time.Now()) ? Page<EnterPage>(new { Token = token }) : NotFoundResult.Page();

    private static async Task<IResult> AskToSetUp(string token, SignInQueries signIns, TimeProvider time) =>
        await signIns.MaySetUp(token, time.Now()) ? Page<SetUpPage>(new { Token = token }) : NotFoundResult.Page();

    private static async Task<IResult> Enter(string token, [FromForm] string? _, SignInService signIn, HttpContext http)
    {
        var answer = await signIn.Enter(token, Devices.Of(http));
        return answer.Ok ? await Welcome(http, answer.Value!) : NotFoundResult.Page();
    }

    private static async Task<IResult> SetUp(string token, [FromForm] string? name, [FromForm] string? email, SignInService signIn, SignInQueries signIns, TimeProvider time, HttpContext http)
    {
        if (!await signIns.MaySetUp(token, time.Now())) return NotFoundResult.Page();
        var answer = await signIn.CompleteSetUp(token, name, email, Devices.Of(http));
        return answer.No switch
        {
            null => await Welcome(http, answer.Value!),
            SignInRefusal.LinkNotOpen => NotFoundResult.Page(),
            var no => Page<SetUpPage>(new { Token = token, Name = name, Email = email, Refused = no }, StatusCodes.Status422UnprocessableEntity),
        };
    }

    private static async Task<IResult> SignOut([FromForm] string? _, SignInService signIn, HttpContext http)
    {
        if (SignInCookie.SignInOf(http.User) is { } id) await signIn.SignOut(id);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Redirect("/");
    }

    internal static async Task<IResult> Welcome(HttpContext http, SignedIn who)
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, who.PersonId.ToString()),
            new(SignInCookie.SignInClaim, who.SignInId.ToString()),
        ], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = true });
        return Results.Redirect(WayBack.Take(http));
    }

    private static IResult Page<T>(object with, int status = StatusCodes.Status200OK) where T : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<T>(with) { StatusCode = status, PreventStreamingRendering = true };
}
