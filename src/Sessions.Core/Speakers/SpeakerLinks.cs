using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>The link of one appearance: it opens until 90 days after the session, and dies when its generation is raised.</summary>
internal static class SpeakerLinks
{
    public static readonly Duration Life = Duration.FromDays(90);

    /// <summary>Path of the speaker's page; a secret.</summary>
    public static string Path(this StandingLinks links, Appearance appearance, Person person) =>
        "/speak/" + links.Token(LinkPurpose.Speak, appearance.Id, Generation(appearance, person));

    /// <summary>Null for unknown, foreign, revoked and expired tokens alike.</summary>
    public static async Task<Opened?> Open(SessionsDb db, StandingLinks links, string? token, Instant now)
    {
        if (StandingLinks.ClaimedId(token) is not { } id) return null;
        var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == id);
        if (appearance is null || !links.Fits(token!, LinkPurpose.Speak, id, Generation(appearance, appearance.Person!))) return null;
        var session = await db.Sessions.Include(s => s.Series).FirstAsync(s => s.Id == appearance.SessionId);
        return session.When.OverAt + Life <= now ? null : new(appearance, appearance.Person!, session);
    }

    /// <summary>Both only ever rise, so their sum names each pair once: raising either revokes the link.</summary>
    private static int Generation(Appearance appearance, Person person) => appearance.LinkGeneration + person.LinkGeneration;

    internal sealed record Opened(Appearance Appearance, Person Person, Session Session);
}
