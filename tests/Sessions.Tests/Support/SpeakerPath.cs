using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Speakers;

namespace Sessions.Tests.Support;

/// <summary>The path that a speaker's mail holds; no host is shown it.</summary>
internal static class SpeakerPath
{
    public static async Task<string> Of(Database database, StandingLinks links, Guid appearanceId)
    {
        await using var db = database.Read();
        var appearance = await db.Appearances.Include(a => a.Person).SingleAsync(a => a.Id == appearanceId);
        return links.Path(appearance, appearance.Person!);
    }
}
