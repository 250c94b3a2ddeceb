using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Data.Search;

/// <summary>What the pending changes of a write make old in the index. Looked at centrally, so that no service can forget it.</summary>
internal sealed class SearchTouched
{
    private readonly HashSet<Guid> _sessions = [];
    private readonly HashSet<Guid> _series = [];
    private readonly HashSet<Guid> _people = [];
    private readonly HashSet<Guid> _recordings = [];

    private bool IsNone => _sessions.Count + _series.Count + _people.Count + _recordings.Count == 0;

    /// <summary>Call before the save, while the changes are still pending. Null when the index stays as it is.</summary>
    public static SearchTouched? In(IEnumerable<EntityEntry> pending)
    {
        var touched = new SearchTouched();
        foreach (var entry in pending) touched.Look(entry);
        return touched.IsNone ? null : touched;
    }

    /// <summary>The sessions to be indexed again. Call after the save.</summary>
    public async Task<IReadOnlyList<Guid>> Sessions(SessionsDb db)
    {
        if (_series.Count > 0) _sessions.UnionWith(await db.Sessions.Where(s => _series.Contains(s.SeriesId)).Select(s => s.Id).ToListAsync());
        if (_people.Count > 0) _sessions.UnionWith(await db.Appearances.Where(a => _people.Contains(a.PersonId)).Select(a => a.SessionId).ToListAsync());
        if (_recordings.Count > 0) _sessions.UnionWith(await db.Recordings.Where(r => _recordings.Contains(r.Id)).Select(r => r.SessionId).ToListAsync());
        return [.. _sessions.Order()];
    }

    private void Look(EntityEntry entry)
    {
        if (!PublicVersion.Says(entry, except: nameof(Session.Band))) return;
        _ = entry.Entity switch
        {
            Session session => _sessions.Add(session.Id),
            Appearance appearance => _sessions.Add(appearance.SessionId),
            Recording recording => _sessions.Add(recording.SessionId),
            CaptionTrack captions => _recordings.Add(captions.RecordingId),
            Resource resource => _sessions.Add(resource.SessionId),
            WriteUp writeUp => _sessions.Add(writeUp.SessionId),
            Person person => _people.Add(person.Id),
            // A series brings all its sessions along: only for what of it is in the index.
            Series series => entry.State == EntityState.Modified && SeriesSays(entry) && _series.Add(series.Id),
            _ => false,
        };
    }

    private static bool SeriesSays(EntityEntry entry) =>
        new[] { nameof(Series.Name), nameof(Series.Hashtag), nameof(Series.PublishedAt) }.Any(name => entry.Property(name).IsModified);
}
