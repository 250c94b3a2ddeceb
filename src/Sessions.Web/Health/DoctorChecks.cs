using Sessions.Data;

namespace Sessions.Web.Health;

/// <summary>All that doctor looks at, in the order it says it.</summary>
public sealed class DoctorChecks(
    Readiness readiness,
    DatabaseHealth health,
    DatabaseCopies database,
    StoredFilesCheck files,
    ClockCheck clock,
    FoldersCheck folders,
    MailServerCheck mail,
    DkimCheck dkim,
    MailboxCheck mailbox,
    MediaToolsCheck media)
{
    /// <summary>Without a database only what needs none: looking would make one.</summary>
    public async Task<IReadOnlyList<Check>> List(CancellationToken stop) => await IsThere(stop) ? [.. readiness.Checks, .. Inside, .. Around] : [new("database", NotThere), .. Around];

    private IEnumerable<Check> Inside => [new("tables", Tables), new("files", files.Look), new("clock", clock.Look)];

    private IEnumerable<Check> Around =>
        [new("folders", folders.Folders), new("keys", folders.Keys), new("mail server", mail.Look), new("dkim", dkim.Look), new("mailbox", mailbox.Look), new("recordings", media.Look), new("zone data", ZoneDataCheck.Look)];

    private async Task<bool> IsThere(CancellationToken stop)
    {
        try
        {
            return !await database.IsEmpty(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Asks again, so that a fault is said in its own words.</summary>
    private async Task<Finding> NotThere(CancellationToken stop)
    {
        _ = await database.IsEmpty(stop);
        return Finding.Wrong("there is none yet: start the server or run migrate; if there should be one, Database:ConnectionString names another place");
    }

    private async Task<Finding> Tables(CancellationToken stop) => await health.Damage(stop) is { } damage
        ? Finding.Wrong($"the file is damaged ({damage}): stop the server and restore a backup")
        : Finding.Ok("undamaged");
}
