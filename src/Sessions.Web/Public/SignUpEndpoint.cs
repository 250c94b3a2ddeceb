using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Registrations;
using Sessions.Views;
using Sessions.Web.Account;

namespace Sessions.Web.Public;

/// <summary>The form on a session's page, and the page after it.</summary>
internal static class SignUpEndpoint
{
    /// <summary>What is far too long still comes back with a sentence.</summary>
    public const int LargestForm = 512 * 1024;

    public static void MapSignUp(this WebApplication app)
    {
        app.MapForm("/series/{slug}/{session}/sign-up", SignUp).DisableAntiforgery().AddEndpointFilter<SameSite>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        app.MapGet("/series/{slug}/{session}/signed-up", SignedUp);
        // A page that came back with an error stands at the form's address: reloading it leads to the session.
        app.MapGet("/series/{slug}/{session}/sign-up", (string slug, string session) => FormAnswer.See(Path(slug, session)));
    }

    private static async Task<IResult> SignUp(string slug, string session, [FromForm] string? email, [FromForm] string? scope, [FromForm] string? known,
        SessionView view, RegistrationService registrations, StandingService standing, SignUpLimits limits, KnownVisitors visitors, TimeProvider time, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        // A rush is many of these at once: what the page shows is only read for those who have to see it again.
        if (await view.Found(slug, session) is not var (id, series)) return NotFoundResult.Page();
        var of = scope == "series" ? SignUpScope.Series : SignUpScope.Session;
        if (!limits.Allow(http))
        {
            FormAnswer.Later(http);
            return await Again(new(email, SignUpFault.TooMany, of), StatusCodes.Status429TooManyRequests);
        }

        var address = await visitors.Address(http, email, known == "yes");
        var answer = of == SignUpScope.Series ? await EvenAnswer.To(standing.Join(series, address)) : await registrations.SignUp(id, address);
        return answer.No switch
        {
            null => FormAnswer.See($"{Path(slug, session)}/signed-up{(of == SignUpScope.Series ? "?scope=series" : "")}"),
            RegistrationRefusal.NotAnAddress => await Again(new(email, SignUpFault.NotAnAddress, of), StatusCodes.Status422UnprocessableEntity),
            _ when of == SignUpScope.Series => await Again(new(email, SignUpFault.SeriesClosed), StatusCodes.Status409Conflict),
            // Cancelled, begun, no hour: the page as it is now says so.
            _ => await Again(null, StatusCodes.Status409Conflict),
        };

        async Task<IResult> Again(SignUpAttempt? attempt, int status)
        {
            var now = time.Now();
            return await view.Read(slug, session, now) is not { } facts
                ? NotFoundResult.Page()
                : FormAnswer.Page<SessionPage>(new { Facts = facts, Now = now, Attempt = attempt, Visitor = await visitors.Of(http, facts.SeriesId, facts.Id) }, status);
        }
    }

    private static async Task<IResult> SignedUp(string slug, string session, string? scope, SessionView view, KnownVisitors visitors, TimeProvider time, IStringLocalizer<Words> words, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await view.Read(slug, session, time.Now()) is not { } facts) return NotFoundResult.Page();
        var what = scope == "series" ? facts.SeriesName
            : $"{SessionTitle.Alone(facts.Title, facts.Theme, facts.Number, facts.IsOver, words)}, {Times.Line(facts.When, facts.IsOver, words)}";
        return FormAnswer.Page<SignedUpPage>(new { What = what, Back = facts.Path, facts.Hue, Scope = scope == "series" ? SignUpScope.Series : SignUpScope.Session, Questions = (await visitors.Of(http, facts.SeriesId, facts.Id))?.QuestionsToken });
    }

    private static string Path(string slug, string session) => $"/series/{Uri.EscapeDataString(slug)}/{Uri.EscapeDataString(session)}";
}
