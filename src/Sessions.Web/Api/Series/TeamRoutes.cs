using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Web.Api.Series;

/// <summary>Who runs a series.</summary>
internal static class TeamRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series/{series}/team", ApiRegistration.Reading, List);
        api.MapPost("/series/{series}/team", Invite);
        api.MapPut("/series/{series}/team/{person:guid}", Change);
        api.MapDelete("/series/{series}/team/{person:guid}", Withdraw);
    }

    private static async Task<ApiAnswer<ApiPage<MemberShape>>> List(ApiCall call, ApiPart part, TeamQueries queries) =>
        await queries.Read(call.Who, call.Series.Slug) is { } team ? part.Of(call.Http, [.. team.Members.Select(MemberShape.Of)]) : TeamRefusal.NotAllowed;

    private static async Task<ApiAnswer> Invite(ApiCall call, ApiBody<InviteInput> body, TeamService service) =>
        ApiAnswer.Of(await service.Invite(call.Who, call.Series.Id, body.Value.Address, body.Value.Role));

    private static async Task<ApiAnswer> Change(ApiCall call, Guid person, ApiBody<RoleInput> body, TeamService service) =>
        ApiAnswer.Of(await service.Change(call.Who, call.Series.Id, person, body.Value.Role));

    private static async Task<ApiAnswer> Withdraw(ApiCall call, Guid person, TeamService service) =>
        ApiAnswer.Of(await service.Withdraw(call.Who, call.Series.Id, person));
}

/// <param name="Role">host or helper.</param>
internal sealed record InviteInput(string? Address, Role Role = Role.Host);

/// <param name="Role">host or helper.</param>
internal sealed record RoleInput(Role Role);

/// <param name="HasAnswered">Opened a link that was mailed to this address, at some time.</param>
internal sealed record MemberShape(Guid PersonId, string? Name, string? Address, Role Role, DateTimeOffset Since, bool HasAnswered)
{
    public static MemberShape Of(TeamMember m) => new(m.PersonId, m.Name, m.Address, m.Role, m.Since.ToDateTimeOffset(), m.HasAnswered);
}
