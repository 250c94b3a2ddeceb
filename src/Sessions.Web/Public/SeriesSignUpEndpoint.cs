using Microsoft.AspNetCore.Mvc;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Views;
using Sessions.Web.Account;

namespace Sessions.Web.Public;

/// <summary>The form on a series' page: every session, or news of them.</summary>
internal static class SeriesSignUpEndpoint
{
    public static void MapSeriesSignUp(this WebApplication app)
    {
        app.MapForm("/join-series/{slug}", SignUp).DisableAntiforgery().AddEndpointFilter<SameSite>().WithMetadata(new RequestSizeLimitAttribute(SignUpEndpoint.LargestForm));
        app.MapGet("/join-series/{slug}/done", Done);
        app.MapGet("/join-series/{slug}", (string slug) => FormAnswer.See($"/series/{Uri.EscapeDataString(slug)}"));
    }

    private static async Task<IResult> SignUp(string slug, [FromForm] string? email, [FromForm] string? scope, [FromForm] string? known,
        SeriesView view, StandingService standing, SignUpLimits limits, KnownVisitors visitors, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await view.Find(slug) is not { } id) return NotFoundResult.Page();
        var of = scope == "news" ? SignUpScope.News : SignUpScope.Series;
        if (!limits.Allow(http))
        {
            FormAnswer.Later(http);
            return await Again(SignUpFault.TooMany, StatusCodes.Status429TooManyRequests);
        }

        var address = await visitors.Address(http, email, known == "yes");
        var answer = await EvenAnswer.To(of == SignUpScope.News ? standing.Follow(id, address) : standing.Join(id, address));
        return answer.No switch
        {
            null => FormAnswer.See($"/join-series/{Uri.EscapeDataString(slug)}/done{(of == SignUpScope.News ? "?scope=news" : "")}"),
            RegistrationRefusal.NotAnAddress => await Again(SignUpFault.NotAnAddress, StatusCodes.Status422UnprocessableEntity),
            _ => await Again(SignUpFault.SeriesClosed, StatusCodes.Status409Conflict),
        };

        async Task<IResult> Again(SignUpFault fault, int status) => await view.Read(slug, time.Now()) is not { } facts
            ? NotFoundResult.Page()
            : FormAnswer.Page<SeriesPage>(new { Facts = facts, Attempt = new SignUpAttempt(email, fault, of), Visitor = await visitors.Of(http, facts.Id, null) }, status);
    }

    private static async Task<IResult> Done(string slug, string? scope, SeriesView view, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await view.Read(slug, time.Now()) is { } facts
            ? FormAnswer.Page<SignedUpPage>(new { What = facts.Name, Back = $"/series/{facts.Slug}", facts.Hue, Scope = scope == "news" ? SignUpScope.News : SignUpScope.Series })
            : NotFoundResult.Page();
    }
}
