using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>What an erased person was to say, and said.</summary>
internal static class ErasedTalks
{
    /// <summary>Given in public: the talk stays, with the name and what they agreed to publish. Every other one goes, and the name with the last.</summary>
    /// <returns>Whether a talk stays, and files to be deleted from the disk after the commit.</returns>
    public static async Task<(bool Stays, List<Guid> Files)> Of(SessionsDb db, Person person, Instant now)
    {
        var files = new List<Guid>();
        var any = false;
        foreach (var appearance in await db.Appearances.Where(a => a.PersonId == person.Id).ToListAsync())
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == appearance.SessionId);
            var stays = IsGiven(appearance, session, now);
            any |= stays;
            await TakeFiles(db, appearance.Id, onlyPrivate: stays, files);
            appearance.LinkGeneration++;
            appearance.RoomNeeds = null;
            if (stays) continue;
            if (session.When.OverAt is not { } over || now < over)
                db.Add(new AuditEntry { At = now, SeriesId = session.SeriesId, SessionId = session.Id, Text = "A speaker erased their data and is off the programme" });
            appearance.Decline(null, now);
            (appearance.Talk, appearance.Line, appearance.Organisation) = (new(), null, null);
            db.RemoveRange(await db.Consents.Where(c => c.AppearanceId == appearance.Id).ToListAsync());
        }

        return (any, files);
    }

    private static bool IsGiven(Appearance appearance, Session session, Instant now) =>
        appearance.State is AppearanceState.Named or AppearanceState.Accepted && session is { PublishedAt: not null, CancelledAt: null, When.OverAt: { } over } && over <= now;

    private static async Task TakeFiles(SessionsDb db, Guid appearance, bool onlyPrivate, List<Guid> files)
    {
        var recordings = await db.Recordings.Include(r => r.File).Include(r => r.Poster).Include(r => r.Audio).Where(r => r.AppearanceId == appearance && !(onlyPrivate && r.IsPublic)).ToListAsync();
        var resources = await db.Resources.Include(r => r.File).Where(r => r.AppearanceId == appearance && !(onlyPrivate && r.IsPublic)).ToListAsync();
        files.AddRange(await Archive.ArchiveRows.RemoveVersions(db, resources.ConvertAll(r => r.Id)));
        db.RemoveRange(recordings);
        db.RemoveRange(resources);
        foreach (var file in recordings.SelectMany(Archive.ArchiveRows.Files).Concat(resources.Select(r => r.File).OfType<Archive.StoredFile>()))
        {
            db.Remove(file);
            files.Add(file.Id);
        }
    }
}
