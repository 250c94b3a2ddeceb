using Microsoft.AspNetCore.Mvc;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Web.Account;

namespace Sessions.Web.Public;

/// <summary>
/// What personal links open. A GET shows, a POST acts, because mail scanners follow links; every link that is not open
/// gets the one 404 page.
/// </summary>
internal static class PersonalEndpoints
{
    public static void MapPersonal(this WebApplication app)
    {
        app.MapGet("/my", (string? sent) => FormAnswer.Page<MyLinkPage>(new { Sent = sent is not null }));
        app.MapGet("/my/{token}", My);
        app.MapGet("/join/{token}", Join);
        app.MapGet("/feedback/{token}", Feedback);
        app.MapGet("/unsubscribe/{token}", (string token, MyQueries my) => Ask(token, LinkPurpose.Unsubscribe, my, MailQuestion.Unsubscribe));
        app.MapGet("/not-me/{token}", (string token, MyQueries my) => Ask(token, LinkPurpose.NotMe, my, MailQuestion.NotMe));
        var acts = app.MapGroup("").DisableAntiforgery().AddEndpointFilter<SameSite>();
        acts.MapForm("/my/link", SendLink);
        acts.MapForm("/my/forget", Forget);
        acts.MapForm("/my/{token}/leave-series/{standing:guid}", LeaveSeries);
        acts.MapForm("/my/{token}/unfollow/{follower:guid}", Unfollow);
        acts.MapForm("/my/{token}/leave/{place:guid}", Leave);
        acts.MapForm("/my/{token}/mail", ChooseMail);
        acts.MapForm("/join/{token}", Enter);
        acts.MapForm("/join/{token}/accept", Accept);
        acts.MapForm("/join/{token}/decline", Decline);
        acts.MapForm("/feedback/{token}", Say);
        CheckInEndpoints.Map(app, acts);
        acts.MapForm("/not-me/{token}", Disown);
        acts.MapForm("/not-me/{token}/undo", OwnAgain);
        // RFC 8058: the mail provider posts, from wherever it is.
        app.MapForm("/unsubscribe/{token}", Unsubscribe).DisableAntiforgery();
    }

    private static async Task<IResult> My(string token, MyQueries my, TimeProvider time, HttpContext http)
    {
        if (await my.My(token, time.Now()) is not { } page) return NotFoundResult.Page();
        KnownVisitors.Keep(http, token);
        return FormAnswer.Page<MySessionsPage>(new { My = page, Now = time.Now() });
    }

    private static IResult Forget([FromForm] string? known, HttpContext http)
    {
        KnownVisitors.Forget(http);
        return FormAnswer.See(known is "my" ? "/my" : "/");
    }

    private static async Task<IResult> LeaveSeries(string token, Guid standing, StandingService service) =>
        (await service.Leave(token, standing)).Ok ? FormAnswer.See($"/my/{token}") : NotFoundResult.Page();

    private static async Task<IResult> Unfollow(string token, Guid follower, StandingService service) =>
        (await service.StopFollowing(token, follower)).Ok ? FormAnswer.See($"/my/{token}") : NotFoundResult.Page();

    private static async Task<IResult> Join(string token, MyQueries my, TimeProvider time, HttpContext http)
    {
        if (await my.Join(token, time.Now()) is not { } page) return NotFoundResult.Page();
        // The button's POST leads on into the room, which is another site; browsers hold form-action against the redirect too.
        var policy = http.Response.Headers.ContentSecurityPolicy.ToString();
        http.Response.Headers.ContentSecurityPolicy = policy.Replace("form-action 'self'", "form-action 'self' https: http:", StringComparison.Ordinal);
        return FormAnswer.Page<JoinRoomPage>(new { Join = page });
    }

    private static async Task<IResult> Ask(string token, LinkPurpose purpose, MyQueries my, MailQuestion question) =>
        await my.IsOpen(token, purpose) ? FormAnswer.Page<MailQuestionPage>(new { Question = question }) : NotFoundResult.Page();

    private static async Task<IResult> SendLink([FromForm] string? email, PersonalService personal, SignUpLimits limits, HttpContext http)
    {
        if (!limits.Allow(http)) return FormAnswer.Page<MyLinkPage>(new { Typed = email, TooMany = true }, StatusCodes.Status429TooManyRequests);
        return await EvenAnswer.To(personal.SendLink(email)) is null
            ? FormAnswer.See("/my?sent=1")
            : FormAnswer.Page<MyLinkPage>(new { Typed = email, NotAnAddress = true }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Leave(string token, Guid place, RegistrationService registrations) =>
        (await registrations.Withdraw(token, place)).Ok ? FormAnswer.See($"/my/{token}") : NotFoundResult.Page();

    private static async Task<IResult> ChooseMail(string token, [FromForm] string? news, PersonalService personal) =>
        (await personal.ChooseMail(token, LinkPurpose.My, news is not null)).Ok ? FormAnswer.See($"/my/{token}") : NotFoundResult.Page();

    private static async Task<IResult> Enter(string token, PersonalService personal)
    {
        var answer = await personal.Join(token);
        if (!answer.Ok) return NotFoundResult.Page();
        return FormAnswer.See(Uri.TryCreate(answer.Value, UriKind.Absolute, out var room) && room.Scheme is "https" or "http" ? room.AbsoluteUri : $"/join/{token}");
    }

    private static async Task<IResult> Accept(string token, OfferService offers) =>
        (await offers.Accept(token)).Ok ? FormAnswer.See($"/join/{token}") : NotFoundResult.Page();

    private static async Task<IResult> Decline(string token, OfferService offers) =>
        (await offers.Decline(token)).Ok ? FormAnswer.Page<DeclinedPage>(new { }) : NotFoundResult.Page();

    private static async Task<IResult> Feedback(string token, MyQueries my, TimeProvider time) =>
        await my.Join(token, time.Now()) is { Place.IsOver: true } page ? FormAnswer.Page<FeedbackPage>(new { Of = page.Place }) : NotFoundResult.Page();

    private static async Task<IResult> Say(string token, [FromForm] string? score, [FromForm] string? comment, AttendanceService attendance, MyQueries my, TimeProvider time) =>
        (await attendance.Say(token, int.TryParse(score, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var marks) ? marks : null, comment)).Ok
            && await my.Join(token, time.Now()) is { } page ? FormAnswer.Page<FeedbackPage>(new { Of = page.Place, IsDone = true }) : NotFoundResult.Page();

    private static async Task<IResult> Unsubscribe(string token, PersonalService personal) =>
        (await personal.ChooseMail(token, LinkPurpose.Unsubscribe, wanted: false)).Ok
            ? FormAnswer.Page<MailQuestionPage>(new { Question = MailQuestion.Unsubscribe, IsDone = true })
            : NotFoundResult.Page();

    private static async Task<IResult> Disown(string token, PersonalService personal) =>
        (await personal.Disown(token)).Ok
            ? FormAnswer.Page<MailQuestionPage>(new { Question = MailQuestion.NotMe, IsDone = true, Undo = $"/not-me/{token}/undo" })
            : NotFoundResult.Page();

    private static async Task<IResult> OwnAgain(string token, PersonalService personal) =>
        (await personal.OwnAgain(token)).Ok ? FormAnswer.Page<MailQuestionPage>(new { Question = MailQuestion.NotMe, IsUndone = true }) : NotFoundResult.Page();
}

/// <summary>What a link in a mail asks before it acts.</summary>
public enum MailQuestion
{
    Unsubscribe = 1,
    NotMe = 2,
}
