using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>From the token of a speaker's link to what it opens.</summary>
internal static class SpeakerLinkRows
{
    /// <summary>Null for unknown, foreign, revoked and expired tokens alike.</summary>
    public static async Task<Opened?> Open(SessionsDb db, StandingLinks links, string? token, Instant now)
    {
        if (StandingLinks.ClaimedId(token) is not { } id) return null;
        var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == id);
        if (appearance is null || !links.Fits(token!, appearance, appearance.Person!)) return null;
        var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == appearance.SessionId);
        return session.When.OverAt + SpeakerLinks.Life <= now ? null : new(appearance, appearance.Person!, session);
    }

    internal sealed record Opened(Appearance Appearance, Person Person, Session Session);
}
