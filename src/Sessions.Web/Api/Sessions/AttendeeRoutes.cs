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
    }

    private static async Task<ApiAnswer<ApiPage<AttendeeShape>>> List(ApiCall call, Guid session, ApiPart part, AttendeeList list) =>
        await list.Read(call.Who, session) is { } found ? part.Of(call.Http, [.. found.People.Select(AttendeeShape.Of)]) : Scheduling.SeriesRefusal.NotAllowed;

    /// <summary>As the form on the page: the answer tells nothing about the address, the mail to it does.</summary>
    private static async Task<ApiAnswer> SignUp(Guid session, ApiBody<SignUpInput> body, RegistrationService service) =>
        ApiAnswer.Of((await service.SignUp(session, body.Value.Address, body.Value.Name)).No);
}

/// <param name="Name">Kept where the person has none yet.</param>
internal sealed record SignUpInput(string? Address, string? Name = null);

/// <param name="Place">In the waiting list, from 1.</param>
internal sealed record AttendeeShape(Guid PersonId, string? Name, string? Address, RegistrationState State, int? Place, DateTimeOffset Since, DateTimeOffset? JoinedAt)
{
    public static AttendeeShape Of(ListedAttendee a) => new(a.PersonId, a.Name, a.Address, a.State, a.Place, a.Since.ToDateTimeOffset(), a.JoinedAt?.ToDateTimeOffset());
}
