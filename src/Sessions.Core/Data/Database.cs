using Microsoft.EntityFrameworkCore;
using Sessions.Outbox;
using Sessions.Scheduling;

namespace Sessions.Data;

/// <summary>The one way to the tables: <see cref="Read"/> for pages, <see cref="Write{T}"/> for every change without exception.</summary>
internal abstract class Database(PublicVersion version)
{
    /// <summary>Rises after each commit that changes what the public pages say.</summary>
    public PublicVersion Version { get; } = version;

    /// <summary>Raised after each commit that owes mail.</summary>
    public OutboxSignal Owed { get; } = new();

    /// <summary>Raised after each commit that owes mail of the first lane.</summary>
    public UrgentSignal OwedUrgently { get; } = new();

    /// <summary>Raised after each commit that adds or moves a notice.</summary>
    public NoticeSignal Noticed { get; } = new();

    /// <summary>Raised after each commit that changes a running order.</summary>
    public RunningOrderSignal Ordered { get; } = new();

    /// <summary>A no-tracking context for one question; dispose it.</summary>
    public abstract SessionsDb Read();

    /// <summary>
    /// Runs <paramref name="act"/> (the reads that decide, the entity's rule) and one save, in one transaction, and
    /// answers after its COMMIT. The act may run more than once and touches nothing but the database.
    /// </summary>
    /// <param name="locks">Rows to hold first on PostgreSQL; SQLite has one writer anyway.</param>
    public Task<T> Write<T>(Func<SessionsDb, Task<T>> act, RowLocks locks = default) =>
        WriteTerms.Current is { } terms ? terms.Write(this, act, locks) : Commit(act, locks);

    /// <summary>Runs the same act on what is there now and saves nothing: a preview can't say anything else than the save.</summary>
    public async Task<T> Rehearse<T>(Func<SessionsDb, Task<T>> act)
    {
        await using var db = Read();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return await act(db);
    }

    /// <summary>
    /// Runs an act that saves on its way, in a transaction that is taken back: for what can only be known of rows that are there.
    /// Holds the writer meanwhile, as a claim does.
    /// </summary>
    /// <param name="act">Is handed what saves.</param>
    public async Task<T> Try<T>(Func<SessionsDb, Func<Task>, Task<T>> act)
    {
        try
        {
            return await Commit<T>(async db => throw new TakenBackException<T>(await act(db, () => db.SaveChangesAsync())), default);
        }
        catch (TakenBackException<T> tried)
        {
            return tried.Answer;
        }
    }

    /// <inheritdoc cref="Write{T}" />
    protected internal abstract Task<T> Commit<T>(Func<SessionsDb, Task<T>> act, RowLocks locks);

    public Task Write(Func<SessionsDb, Task> act, RowLocks locks = default) =>
        Write(async db =>
        {
            await act(db);
            return true;
        }, locks);

    /// <summary>Brings the tables up to date; safe to call at every start.</summary>
    public abstract Task Migrate(CancellationToken stop = default);

    /// <summary>Throws when the database does not answer.</summary>
    public abstract Task Ping(CancellationToken stop = default);

    /// <summary>Call after the commit and before its callers are answered.</summary>
    protected internal void Announce(SavedChanges changes)
    {
        if (changes.ChangesPublic) Version.Raise();
        if (changes.OwesMail) Owed.Raise();
        if (changes.OwesUrgently) OwedUrgently.Raise();
        if (changes.OwesNotice) Noticed.Raise();
        if (changes.ChangesOrder) Ordered.Raise();
    }

    /// <summary>To migrate, EF compares the whole model with the last snapshot: on each start of a site that is up to date that would be most of the start.</summary>
    protected static async Task MigrateIfBehind(SessionsDb db, CancellationToken stop)
    {
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any()) await db.Database.MigrateAsync(stop);
    }
}
