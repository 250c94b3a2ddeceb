using Sessions.Backups;
using Sessions.Data;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>A backup into an empty place: all of it is looked at before anything is touched, and the database becomes visible last.</summary>
public sealed class PutBack(DatabaseCopies database, FilesSettings files, TextWriter says)
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly List<string> _written = [];

    /// <exception cref="SettingsFault">It is no whole backup, or the place is not empty; nothing was touched.</exception>
    public async Task<BackupManifest> Run(string path, CancellationToken stop)
    {
        await says.WriteLineAsync("Looking at the backup …");
        var opened = await BackupReader.Open(path, stop);
        using var backup = opened.Value ?? throw new SettingsFault(Sentence(opened.No!.Value, path));
        var manifest = backup.Manifest;
        if (manifest.Provider != database.Provider.ToString())
            throw new SettingsFault($"{path} holds a {manifest.Provider} database and Database:Provider is {database.Provider}: a backup goes back into the same kind.");
        if (!database.Knows(manifest.Schema))
            throw new SettingsFault($"{path} was made by Sessions {manifest.Product}, which is newer than this version: restore it with that version or a later one.");
        await RefuseUnlessEmpty(stop);
        await says.WriteLineAsync("Putting it back …");
        try
        {
            await database.PutBack(manifest.Schema, backup.In(BackUp.DatabaseFolder), part => backup.Read(BackUp.DatabaseFolder, part), Around, stop);
        }
        catch (Exception fault)
        {
            foreach (var file in _written) File.Delete(file);
            if (fault is not (IOException or UnauthorizedAccessException)) throw;
            throw new SettingsFault($"The backup could not be put back, and the place is as empty as before: {fault.Message}");
        }
        return manifest;

        async Task Around()
        {
            await Write(backup, BackUp.FilesFolder, files.Stored, stop);
            await Write(backup, BackUp.KeysFolder, files.Keys, stop);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(files.Keys, Mine | UnixFileMode.UserExecute);
        }
    }

    private async Task RefuseUnlessEmpty(CancellationToken stop)
    {
        if (!await database.IsEmpty(stop)) throw new SettingsFault("There is a database already: a backup goes into an empty place only. Name another in Database:ConnectionString, or move this one away.");
        foreach (var folder in new[] { files.Stored, files.Keys })
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new SettingsFault($"{folder} is not empty: a backup goes into an empty place only. Name another in Files:Path, or move this one away.");
        }
    }

    private async Task Write(BackupReader backup, string from, string to, CancellationToken stop)
    {
        Directory.CreateDirectory(to);
        foreach (var name in backup.In(from))
        {
            var path = Path.Combine(to, name);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mine;
            await using var file = new FileStream(path, options);
            _written.Add(path);
            await using var content = backup.Read(from, name);
            await content.CopyToAsync(file, stop);
            file.Flush(flushToDisk: true);
        }
    }

    private static string Sentence(BackupRefusal no, string path) => no switch
    {
        BackupRefusal.NotThere => $"There is no file {path}.",
        BackupRefusal.NotABackup => $"{path} is no backup of Sessions. Nothing was touched.",
        BackupRefusal.NewerFormat => $"{path} was made by a later version of Sessions: restore it with that version. Nothing was touched.",
        _ => $"{path} is damaged: a part of it is missing or was changed. Nothing was touched; take another backup.",
    };
}
