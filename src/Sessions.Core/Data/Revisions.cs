using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sessions.Scheduling;

namespace Sessions.Data;

/// <summary>Counts the changes of a series and of a session: who edits what somebody else changed meanwhile can be told so.</summary>
internal static class Revisions
{
    /// <summary>Sign-ups change these, and nobody edits them.</summary>
    private static readonly HashSet<string> NotEdited =
        [nameof(Session.Confirmed), nameof(Session.Waiting), nameof(Session.LastOrder), nameof(Session.Band)];

    /// <summary>After changes were looked for, and before they are saved.</summary>
    public static void Raise(SessionsDb db)
    {
        foreach (var session in db.ChangeTracker.Entries<Session>().Where(IsEdited)) session.Property(s => s.Revision).CurrentValue++;
        foreach (var series in db.ChangeTracker.Entries<Series>().Where(IsEdited)) series.Property(s => s.Revision).CurrentValue++;
    }

    private static bool IsEdited(EntityEntry entry) => entry.State == EntityState.Modified
        && (entry.Properties.Any(p => p.IsModified && !NotEdited.Contains(p.Metadata.Name)) || entry.ComplexProperties.Any(p => p.IsModified));
}
