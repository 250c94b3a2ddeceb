using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Sessions.Data.Sqlite;

/// <summary>
/// The single writer: takes whatever waits, runs each caller's act and saves (a savepoint stands around them),
/// commits them together and only then answers. A caller whose act throws loses only its own changes; a COMMIT
/// that fails fails all its callers.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int GroupSize = 64;

    private readonly Channel<Job> _queue = Channel.CreateUnbounded<Job>(new() { SingleReader = true });
    private readonly SqliteDatabase _database;
    private readonly Task _loop;
    private KeptConnection? _connection;
    private SqliteSessionsDb? _db;

    public SqliteWriter(SqliteDatabase database)
    {
        _database = database;
        _loop = Task.Run(Loop);
    }

    public Task<T> Run<T>(Func<SessionsDb, Task<T>> act)
    {
        var job = new Job<T>(act);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(job), this);
        return job.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await Close();
    }

    private async Task Loop()
    {
        var group = new List<Job>(GroupSize);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < GroupSize && _queue.Reader.TryRead(out var job)) group.Add(job);
            try
            {
                await Commit(group);
            }
            catch (Exception fault)
            {
                foreach (var job in group) job.Fail(fault);
                await Close();
            }
        }
    }

    private async Task Commit(List<Job> group)
    {
        _db ??= Open();
        await using var transaction = _connection!.BeginTransaction(deferred: false);
        await _db.Database.UseTransactionAsync(transaction);
        foreach (var job in group) await job.Run(_db);
        await transaction.CommitAsync();
        await _db.Database.UseTransactionAsync(null);
        _database.Announce(group.Aggregate(default(SavedChanges), (all, job) => all | job.Changes));
        foreach (var job in group) job.Complete();
    }

    private SqliteSessionsDb Open()
    {
        _connection = new KeptConnection(_database.ConnectionString);
        _connection.Open();
        using var pragmas = _connection.CreateCommand();
        // What a savepoint would put back stays in memory: in a file it is two calls for each page that a statement touches.
        pragmas.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY;";
        pragmas.ExecuteNonQuery();
        var db = new SqliteSessionsDb(new DbContextOptionsBuilder<SqliteSessionsDb>().UseSqlite(_connection).UseInterpretedConstants().ReplaceService<IDatabase, PreparedInserts>().Options);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    private async Task Close()
    {
        if (_db is not null) await _db.DisposeAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        (_db, _connection) = (null, null);
    }

    private abstract class Job
    {
        public SavedChanges Changes { get; protected set; }

        public abstract Task Run(SessionsDb db);

        public abstract void Complete();

        public abstract void Fail(Exception fault);
    }

    private sealed class Job<T>(Func<SessionsDb, Task<T>> act) : Job
    {
        private const string Savepoint = "act";

        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _ownFault;
        private T? _result;

        public Task<T> Answer => _answer.Task;

        public override async Task Run(SessionsDb db)
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            var transaction = db.Database.CurrentTransaction!;
            try
            {
                await transaction.CreateSavepointAsync(Savepoint);
                _result = await act(db);
                var changes = await DatabaseSave.Run(db, () => Task.CompletedTask);
                await transaction.ReleaseSavepointAsync(Savepoint);
                Changes = changes;
            }
            catch (Exception fault) when (!IsFatal(fault))
            {
                _ownFault = fault;
                await transaction.RollbackToSavepointAsync(Savepoint);
                await transaction.ReleaseSavepointAsync(Savepoint);
            }
        }

        public override void Complete()
        {
            if (_ownFault is null) _answer.TrySetResult(_result!);
            else _answer.TrySetException(_ownFault);
        }

        public override void Fail(Exception fault) => _answer.TrySetException(_ownFault ?? fault);

        /// <summary>The transaction itself is gone (disk full, I/O, corruption): nobody of the group may be told "done".</summary>
        private static bool IsFatal(Exception fault) =>
            (fault as SqliteException ?? fault.InnerException as SqliteException)?.SqliteErrorCode is 7 or 8 or 10 or 11 or 13 or 26;
    }
}
