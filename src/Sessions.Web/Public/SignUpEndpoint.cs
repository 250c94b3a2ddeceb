using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>The form on a session's page, and the page after it.</summary>
internal static class SignUpEndpoint
{
    /// <summary>What is far too long still comes back with a sentence.</summary>
    private const int LargestForm = 128 * 1024;

    public static void MapSignUp(this WebApplication app)
    {
        app.MapForm("/series/{slug}/{session}/sign-up", SignUp).DisableAntiforgery().AddEndpointFilter<SameSite>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        app.MapGet("/series/{slug}/{session}/signed-up", SignedUp);
        // A page that came back with an error stands at the form's address: reloading it leads to the session.
        app.MapGet("/series/{slug}/{session}/sign-up", (string slug, string session, HttpContext http) =>
            See(http, $"/series/{Uri.EscapeDataString(slug)}/{Uri.EscapeDataString(session)}"));
    }

    private static async Task<IResult> SignUp(string slug, string session, [FromForm] string? email, SessionView view, RegistrationService registrations,
        SignUpLimits limits, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        // A rush is many of these at once: what the page shows is only read for those who have to see it again.
        if (await view.Find(slug, session) is not { } id) return NotFoundResult.Page();
        if (!limits.Allow(http))
        {
            http.Response.Headers.RetryAfter = ((int)SignUpLimits.RetryAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return await Again(new(email, SignUpFault.TooMany), StatusCodes.Status429TooManyRequests);
        }

        var answer = await registrations.SignUp(id, email);
        return answer.No switch
        {
            null => See(http, $"/series/{Uri.EscapeDataString(slug)}/{Uri.EscapeDataString(session)}/signed-up"),
            RegistrationRefusal.NotAnAddress => await Again(new(email, SignUpFault.NotAnAddress), StatusCodes.Status422UnprocessableEntity),
            // Cancelled, begun, no hour: the page as it is now says so.
            _ => await Again(null, StatusCodes.Status409Conflict),
        };

        async Task<IResult> Again(SignUpAttempt? attempt, int status)
        {
            var now = time.Now();
            return await view.Read(slug, session, now) is not { } facts
                ? NotFoundResult.Page()
                : new RazorComponentResult<SessionPage>(new { Facts = facts, Now = now, Attempt = attempt }) { StatusCode = status, PreventStreamingRendering = true };
        }
    }

    private static async Task<IResult> SignedUp(string slug, string session, SessionView view, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await view.Read(slug, session, time.Now()) is { } facts ? new RazorComponentResult<SignedUpPage>(new { Facts = facts }) : NotFoundResult.Page();
    }

    private static IResult See(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
