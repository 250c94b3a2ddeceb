using Sessions.Data;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>Whether the folders can be written, and whether the keys are the owner's alone.</summary>
public sealed class FoldersCheck(FilesSettings files, MailSettings mail, DatabaseOptions database)
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode Readers = UnixFileMode.OtherRead;

    public Task<Finding> Folders(CancellationToken stop)
    {
        var wanted = new List<string> { files.Path, files.Stored, files.Keys };
        if (mail.Transport == MailTransportKind.Pickup) wanted.Add(mail.PickupPath);
        var missing = wanted.Where(folder => !Directory.Exists(folder)).ToList();
        if (missing.Count > 0) return Task.FromResult(Finding.Wrong($"{string.Join(", ", missing)} not there: the first start makes them; else the path in the settings is another than the server's"));
        // As the server does at its start; throws the sentence that names the setting.
        foreach (var folder in wanted) Settings.Folders.Check(folder, folder == mail.PickupPath ? "Mail:PickupPath" : "Files:Path");
        return Task.FromResult(DatabaseFile() is { } file && IsOpenTo(file, Readers) && IsReachable(file)
            ? Finding.Note($"can be written; everybody on this machine may read {file}: chmod 600")
            : Finding.Ok("can be written"));
    }

    public Task<Finding> Keys(CancellationToken stop)
    {
        var link = Path.Combine(files.Keys, LinkKey.FileName);
        if (!File.Exists(link)) return Task.FromResult(Finding.Wrong($"{link} is not there: if personal links were ever sent, take it from a backup before the next start makes another"));
        var open = Directory.EnumerateFiles(files.Keys).Prepend(files.Keys).Where(path => IsOpenTo(path, Others)).ToList();
        if (open.Count > 0) return Task.FromResult(Finding.Wrong($"others than the owner may reach {string.Join(", ", open)}: chmod 700 the folder, chmod 600 what is in it"));
        _ = LinkKey.Load(files);
        return Task.FromResult(Finding.Ok($"{Directory.EnumerateFiles(files.Keys).Count()}, readable by the owner alone"));
    }

    private string? DatabaseFile() => database.Provider == DatabaseProvider.Sqlite
        ? Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource)
        : null;

    /// <summary>A folder that others may not enter keeps them from all that is in it.</summary>
    private static bool IsReachable(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!IsOpenTo(folder, UnixFileMode.OtherExecute)) return false;
        }

        return true;
    }

    private static bool IsOpenTo(string path, UnixFileMode mode) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & mode) != UnixFileMode.None;
}
