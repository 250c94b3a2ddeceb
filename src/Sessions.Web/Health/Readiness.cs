using Sessions.Data;
using Sessions.Outbox;
using Sessions.Web.Public;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>What has to hold for the site to be of use: looked at by /health/ready and first of all by doctor. Says nothing personal.</summary>
public sealed class Readiness(DatabaseHealth database, OverdueQueries overdue, FilesSettings files, DatabaseOptions options, TimeProvider time)
{
    /// <summary>An upload or two and the database's log still fit.</summary>
    private const long LeastFree = 256L * 1024 * 1024;

    private bool _isMigrated;

    public IReadOnlyList<Check> Checks =>
    [
        new("database", Database),
        new("migrations", Migrations),
        new("disk", _ => Task.FromResult(Disk())),
        new("outbox", Outbox),
    ];

    public static Finding Disk(long free) => free < LeastFree
        ? Finding.Wrong($"{Sizes.Of(free)} free: make room, sign-ups and uploads stop when the disk is full")
        : Finding.Ok($"{Sizes.Of(free)} free");

    private async Task<Finding> Database(CancellationToken stop)
    {
        await database.Ping(stop);
        return Finding.Ok("answers");
    }

    private async Task<Finding> Migrations(CancellationToken stop)
    {
        // Under a running process tables never go back.
        var pending = _isMigrated ? [] : await database.Pending(stop);
        _isMigrated = pending.Count == 0;
        return _isMigrated ? Finding.Ok("all applied") : Finding.Wrong($"{pending.Count} pending: start the server or run migrate");
    }

    private Finding Disk()
    {
        var folders = options.Provider == DatabaseProvider.Sqlite ? new[] { files.Path, DatabaseFolder() } : [files.Path];
        return Disk(folders.Select(Existing).Min(folder => new DriveInfo(folder).AvailableFreeSpace));
    }

    /// <summary>Before the first start the folder is not there yet; the disk is.</summary>
    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private string DatabaseFolder() =>
        Path.GetDirectoryName(Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString).DataSource))!;

    private async Task<Finding> Outbox(CancellationToken stop)
    {
        var now = time.Now();
        var mail = await overdue.Read(now, stop);
        if (mail.OldestDueAt is not { } oldest) return Finding.Ok("nothing is due");
        var says = $"{mail.Count} due, the oldest for {(now - oldest).TotalSeconds:0} seconds";
        return mail.IsStuck(now) ? Finding.Wrong($"{says}: mail does not leave; is the server running, and what does its log say") : Finding.Ok(says);
    }
}
