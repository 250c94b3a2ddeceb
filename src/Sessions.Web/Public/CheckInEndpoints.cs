using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Web.Account;

namespace Sessions.Web.Public;

/// <summary>What the code at the door opens: for who lets people in their name and one button, for everybody else the code itself and nothing about who came.</summary>
internal static class CheckInEndpoints
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder acts)
    {
        pages.MapGet("/check-in/{token}", Show);
        acts.MapForm("/check-in/{token}", CheckIn);
    }

    private static async Task<IResult> Show(string token, string? done, AttendanceQueries attendance, HostQueries hosts, TimeProvider time, HttpContext http) =>
        await attendance.CheckIn(token, await SignInCookie.Find(http.User, hosts), time.Now()) switch
        {
            null => NotFoundResult.Page(),
            { AtTheDoor: { } facts } page => FormAnswer.Page<CheckInDeskPage>(new { Page = page, Facts = facts, IsDone = done is not null }),
            var page => FormAnswer.Page<CheckInCodePage>(new { Page = page, IsSignedIn = http.User.Identity?.IsAuthenticated is true }),
        };

    /// <summary>The page that follows says what became of it, to who may know.</summary>
    private static async Task<IResult> CheckIn(string token, AttendanceService attendance, HostQueries hosts, HttpContext http)
    {
        var who = await SignInCookie.Find(http.User, hosts) ?? new Actor(Guid.Empty, "", IsAdmin: false, IsHost: false, new HashSet<Guid>());
        return await attendance.CheckIn(who, token) switch
        {
            { No: AttendanceRefusal.NotFound } => NotFoundResult.Page(),
            { Value.WasIn: false } => FormAnswer.See($"/check-in/{token}?done=1"),
            _ => FormAnswer.See($"/check-in/{token}"),
        };
    }
}
