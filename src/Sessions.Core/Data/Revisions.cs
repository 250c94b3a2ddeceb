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
    public static void Raise(IEnumerable<EntityEntry> pending)
    {
        foreach (var entry in pending.Where(entry => entry.Entity is Session or Series && IsEdited(entry)))
        {
            var revision = entry.Property(nameof(Session.Revision));
            revision.CurrentValue = (int)revision.CurrentValue! + 1;
        }
    }

    private static bool IsEdited(EntityEntry entry) => entry.State == EntityState.Modified
        && (entry.Properties.Any(p => p.IsModified && !NotEdited.Contains(p.Metadata.Name)) || entry.ComplexProperties.Any(p => p.IsModified));
}
