using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sessions.Data.Search;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Data;

/// <summary>The save of every write: its own changes, and in the same transaction what they change in the search index.</summary>
internal static class DatabaseSave
{
    /// <param name="hold">Waits until no other write is indexing; called only when there is something to index.</param>
    public static async Task<SavedChanges> Run(SessionsDb db, Func<Task> hold)
    {
        var (touched, changes) = await Save(db);
        if (touched is not null)
        {
            await hold();
            await DatabaseSearch.Index(db, touched);
        }
        return changes;
    }

    /// <summary>Looks for changes once: EF by itself would look again before each of these answers.</summary>
    private static async Task<(SearchTouched? Touched, SavedChanges Changes)> Save(SessionsDb db)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var pending = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
            Revisions.Raise(pending);
            var answer = (SearchTouched.In(pending), Changes(pending));
            await db.SaveChangesAsync();
            return answer;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static SavedChanges Changes(List<EntityEntry> pending) => pending.Aggregate(default(SavedChanges), (all, entry) => all | Of(entry));

    private static SavedChanges Of(EntityEntry entry) => (entry.Entity switch
    {
        OutboxMessage message when entry.State == EntityState.Added || (entry.State == EntityState.Modified && entry.Property(nameof(message.DueAt)).IsModified) =>
            new SavedChanges { OwesMail = true, OwesUrgently = message.Lane == 0 },
        Notice => new() { OwesNotice = entry.State != EntityState.Deleted },
        RunningOrderItem => new() { ChangesOrder = true },
        _ => default,
    }) with
    { ChangesPublic = PublicVersion.Says(entry) };
}
