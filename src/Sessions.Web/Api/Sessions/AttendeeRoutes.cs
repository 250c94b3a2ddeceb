using Sessions.Data;
using Sessions.Registrations;
using Sessions.Views;

namespace Sessions.Web.Api.Sessions;

/// <summary>Who comes, and signing somebody up.</summary>
internal static class AttendeeRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/sessions/{session:guid}/attendees", ApiRegistration.Reading, List);
        api.MapPost("/sessions/{session:guid}/sign-ups", SignUp);
        api.MapMethods("/series/{series}/people", ApiRegistration.Reading, Standing);
        api.MapPut("/sessions/{session:guid}/attendees/{registration:guid}/attendance", Tick);
        api.MapPost("/sessions/{session:guid}/attendees/{registration:guid}/offer", Offer);
        api.MapMethods("/sessions/{session:guid}/feedback", ApiRegistration.Reading, Feedback);
        api.MapPost("/series/{series}/sign-ups", Join);
        api.MapPost("/series/{series}/followers", Follow);
    }

    private static async Task<ApiAnswer<ApiPage<AttendeeShape>>> List(ApiCall call, Guid session, ApiPart part, AttendeeList list) =>
        await list.Read(call.Who, session) is { } found ? part.Of(call.Http, [.. found.People.Select(AttendeeShape.Of)]) : Scheduling.SeriesRefusal.NotAllowed;

    /// <summary>As the form on the page: the answer tells nothing about the address, the mail to it does.</summary>
    private static async Task<ApiAnswer> SignUp(Guid session, ApiBody<SignUpInput> body, RegistrationService service) =>
        ApiAnswer.Of((await service.SignUp(session, body.Value.Address, body.Value.Name)).No);

    private static async Task<ApiAnswer> Tick(ApiCall call, Guid registration, ApiBody<AttendanceInput> body, AttendanceService service) =>
        ApiAnswer.Of(await service.Tick(call.Who, registration, body.Value.Came));

    private static async Task<ApiAnswer> Offer(ApiCall call, Guid registration, ApiBody<OfferInput> body, OfferService service) =>
        ApiAnswer.Of(await service.OutOfTurn(call.Who, registration, body.Value.Because));

    private static async Task<ApiAnswer<FeedbackShape>> Feedback(ApiCall call, Guid session, FeedbackView view) =>
        await view.Read(call.Who, session) is { } found ? FeedbackShape.Of(found) : ApiAnswer<FeedbackShape>.NotFound;

    /// <summary>For every session; see <see cref="SignUp"/>.</summary>
    private static async Task<ApiAnswer> Join(ApiCall call, ApiBody<SignUpInput> body, StandingService service) =>
        ApiAnswer.Of((await service.Join(call.Series.Id, body.Value.Address, body.Value.Name)).No);

    private static async Task<ApiAnswer> Follow(ApiCall call, ApiBody<FollowInput> body, StandingService service) =>
        ApiAnswer.Of((await service.Follow(call.Series.Id, body.Value.Address)).No);

    private static async Task<ApiAnswer<SeriesPeopleShape>> Standing(ApiCall call, SeriesPeople view, TimeProvider time, int offset = 0) =>
        await view.Read(call.Who, call.Series.Slug, time.Now(), offset) is { } found ? SeriesPeopleShape.Of(found) : Scheduling.SeriesRefusal.NotAllowed;
}

internal sealed record AttendanceInput(bool Came);

/// <param name="Because">Kept with the offer; at most 500 characters.</param>
internal sealed record OfferInput(string? Because);

/// <param name="Came">Of those with a place: used the joining button, or were ticked.</param>
/// <param name="Mean">Of marks from 1 to 5; null while there is none.</param>
internal sealed record FeedbackShape(int Places, int Came, int Marks, double? Mean, IReadOnlyList<FeedbackCommentShape> Comments)
{
    public static FeedbackShape Of(SessionFeedback f) => new(f.Places, f.Came, f.Marks, f.Mean, [.. f.Comments.Select(c => new FeedbackCommentShape(c.Score, c.Comment, c.At.ToDateTimeOffset()))]);
}

internal sealed record FeedbackCommentShape(int? Score, string Comment, DateTimeOffset At);

internal sealed record FollowInput(string? Address);

/// <param name="Standing">How many come to every session.</param>
/// <param name="People">At most 200, from the offset on, in the order in which they are placed.</param>
internal sealed record SeriesPeopleShape(int Standing, int Followers, IReadOnlyList<StandingShape> People, TurnoutShape Turnout)
{
    public static SeriesPeopleShape Of(SeriesPeopleFacts f) => new(f.Standing, f.Followers, [.. f.People.Select(p => new StandingShape(p.PersonId, p.Name, p.Address, p.JoinedAt.ToDateTimeOffset()))],
        new(f.Turnout.Places, f.Turnout.Came, f.Turnout.Regulars, f.Turnout.NewFaces));
}

/// <param name="Places">Of sessions that were held.</param>
/// <param name="Regulars">Came three times or more.</param>
/// <param name="NewFaces">Came to the last one for the first time.</param>
internal sealed record TurnoutShape(int Places, int Came, int Regulars, int NewFaces);

internal sealed record StandingShape(Guid PersonId, string? Name, string? Address, DateTimeOffset JoinedAt);

/// <param name="Name">Kept where the person has none yet.</param>
internal sealed record SignUpInput(string? Address, string? Name = null);

/// <param name="Place">In the waiting list, from 1.</param>
internal sealed record AttendeeShape(Guid RegistrationId, Guid PersonId, string? Name, string? Address, RegistrationState State, int? Place, DateTimeOffset Since, DateTimeOffset? JoinedAt)
{
    public static AttendeeShape Of(ListedAttendee a) => new(a.RegistrationId, a.PersonId, a.Name, a.Address, a.State, a.Place, a.Since.ToDateTimeOffset(), a.JoinedAt?.ToDateTimeOffset());
}
