using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>From the token of a personal link to whoever holds it.</summary>
internal static class PersonalLinkRows
{
    /// <returns>Null for a token that is wrong, revoked, or made for something else.</returns>
    public static async Task<Person?> Open(SessionsDb db, StandingLinks links, string? token, LinkPurpose purpose)
    {
        if (StandingLinks.ClaimedId(token) is not { } id) return null;
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == id);
        return person is { MergedIntoId: null } && links.Fits(token!, purpose, person.Id, person.LinkGeneration) ? person : null;
    }

    /// <summary>A joining link names a registration and lives as long as its owner's links.</summary>
    /// <returns>With its session, series and person; null also for a place given up.</returns>
    public static Task<Registration?> OpenJoin(SessionsDb db, StandingLinks links, string? token) => OfPlace(db, links, token, LinkPurpose.Join);

    /// <summary>As <see cref="OpenJoin"/>, for the code that is shown at the door.</summary>
    public static Task<Registration?> OpenCheckIn(SessionsDb db, StandingLinks links, string? token) => OfPlace(db, links, token, LinkPurpose.CheckIn);

    public static string My(this StandingLinks links, Person person) => links.Token(LinkPurpose.My, person.Id, person.LinkGeneration);

    public static string Join(this StandingLinks links, Registration registration, Person owner) =>
        links.Token(LinkPurpose.Join, registration.Id, owner.LinkGeneration);

    public static string CheckIn(this StandingLinks links, Registration registration, Person owner) =>
        links.Token(LinkPurpose.CheckIn, registration.Id, owner.LinkGeneration);

    private static async Task<Registration?> OfPlace(SessionsDb db, StandingLinks links, string? token, LinkPurpose purpose)
    {
        if (StandingLinks.ClaimedId(token) is not { } id) return null;
        var registration = await db.Registrations.Include(r => r.Person).Include(r => r.Session!.Series).FirstOrDefaultAsync(r => r.Id == id);
        return registration is { IsActive: true } && links.Fits(token!, purpose, id, registration.Person!.LinkGeneration) ? registration : null;
    }
}
