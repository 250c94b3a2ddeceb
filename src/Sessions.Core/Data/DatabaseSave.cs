using Microsoft.EntityFrameworkCore;
using Sessions.Data.Search;
using Sessions.Outbox;

namespace Sessions.Data;

/// <summary>The save of every write: its own changes, and in the same transaction what they change in the search index.</summary>
internal static class DatabaseSave
{
    /// <param name="hold">Waits until no other write is indexing; called only when there is something to index.</param>
    public static async Task<(bool ChangesPublic, bool OwesMail)> Run(SessionsDb db, Func<Task> hold)
    {
        var (touched, changesPublic, owes) = await Save(db);
        if (touched is not null)
        {
            await hold();
            await DatabaseSearch.Index(db, touched);
        }
        return (changesPublic, owes);
    }

    /// <summary>Looks for changes once: EF by itself would look again before each of these answers.</summary>
    private static async Task<(SearchTouched? Touched, bool ChangesPublic, bool OwesMail)> Save(SessionsDb db)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            Revisions.Raise(db);
            var pending = (SearchTouched.In(db), PublicVersion.WillChange(db), OwesMail(db));
            await db.SaveChangesAsync();
            return pending;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static bool OwesMail(SessionsDb db) =>
        db.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(m => m.DueAt).IsModified))
        || db.ChangeTracker.Entries<Notice>().Any(e => e.State is EntityState.Added or EntityState.Modified);
}
