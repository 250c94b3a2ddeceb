using Microsoft.EntityFrameworkCore;
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
            Revisions.Raise(db);
            var pending = (SearchTouched.In(db), Changes(db));
            await db.SaveChangesAsync();
            return pending;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static bool ChangesOrder(SessionsDb db) => db.ChangeTracker.Entries<RunningOrderItem>().Any(e => e.State != EntityState.Unchanged);

    private static SavedChanges Changes(SessionsDb db)
    {
        var owed = db.ChangeTracker.Entries<OutboxMessage>()
            .Where(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(m => m.DueAt).IsModified)).Select(e => e.Entity.Lane).ToList();
        var hasNotice = db.ChangeTracker.Entries<Notice>().Any(e => e.State is EntityState.Added or EntityState.Modified);
        return new(PublicVersion.WillChange(db), owed.Count > 0, owed.Contains(0), hasNotice, ChangesOrder(db));
    }
}
