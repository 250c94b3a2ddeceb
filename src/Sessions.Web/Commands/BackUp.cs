using Sessions.Backups;
using Sessions.Data;
using Sessions.Files;
using Sessions.Web.Public;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands;

/// <summary>
/// One archive of everything, while the site goes on: the database at one moment, then the files it names, then the keys. A
/// file that was taken out of the site in between is looked for in a later moment of the database.
/// </summary>
public sealed class BackUp(DatabaseCopies database, FilesSettings files, TimeProvider time, TextWriter says)
{
    public const string DatabaseFolder = "database";
    public const string FilesFolder = "files";
    public const string KeysFolder = "keys";

    private const int MostMoments = 5;

    private const string About = "A backup of a Sessions site: its database, its files and its keys. Whoever has it can read everything\n"
        + "and make every personal link. To put it back, in an empty place: Sessions.Web restore FILE\n";

    private readonly Progress _progress = new(says, time);

    /// <exception cref="SettingsFault">It can't be done; nothing is left at <paramref name="path"/>.</exception>
    public async Task<BackedUp> Run(string path, CancellationToken stop)
    {
        var target = Path.GetFullPath(path);
        if (File.Exists(target)) throw new SettingsFault($"{target} is there already: name another file, or move it away.");
        if (await database.IsEmpty(stop)) throw new SettingsFault("There is no database yet to back up: Database:ConnectionString names an empty place.");
        var moment = target + ".database";
        try
        {
            await using var archive = await BackupWriter.Create(target, About);
            var (snapshot, kept, missing) = await Collect(archive, moment, stop);
            foreach (var part in snapshot.Parts) await Add(archive, $"{DatabaseFolder}/{part}", Path.Combine(moment, part), packed: true, stop);
            var keys = Keys();
            foreach (var key in keys) await Add(archive, $"{KeysFolder}/{key}", Path.Combine(files.Keys, key), packed: true, stop);
            var unused = kept.Except(snapshot.StoredFiles).Select(NameOf).ToHashSet();
            await archive.Finish(ProductVersion.Current, database.Provider.ToString(), snapshot.Schema, time.GetUtcNow(), unused.Contains);
            return new(target, new FileInfo(target).Length, kept.Count - unused.Count, keys.Count, missing);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFault($"The backup could not be written and nothing is left of it: {fault.Message}");
        }
        finally
        {
            if (Directory.Exists(moment)) Directory.Delete(moment, recursive: true);
        }
    }

    /// <summary>Until each file that the database names is in the archive, or is missing from the site itself.</summary>
    private async Task<(DatabaseSnapshot Snapshot, IReadOnlySet<Guid> Kept, int Missing)> Collect(BackupWriter archive, string moment, CancellationToken stop)
    {
        var kept = new HashSet<Guid>();
        var missing = new HashSet<Guid>();
        for (var tries = 1; ; tries++)
        {
            _progress.Say("The database …");
            var snapshot = await Take(moment, stop);
            _progress.Say($"{snapshot.StoredFiles.Count(id => !kept.Contains(id))} files …");
            var gone = new HashSet<Guid>();
            foreach (var id in snapshot.StoredFiles.Where(id => !kept.Contains(id)))
            {
                if (await Found(archive, id, stop)) kept.Add(id);
                else gone.Add(id);
                _progress.SayNowAndThen($"{kept.Count} of {snapshot.StoredFiles.Count} files, {Sizes.Of(archive.Length)}");
            }
            // Missing twice in a row: it is not that somebody removed it meanwhile.
            if (gone.IsSubsetOf(missing) || tries == MostMoments) return (snapshot, kept, gone.Count);
            missing = gone;
        }
    }

    private async Task<DatabaseSnapshot> Take(string moment, CancellationToken stop)
    {
        if (Directory.Exists(moment)) Directory.Delete(moment, recursive: true);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(moment);
        else Directory.CreateDirectory(moment, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return await database.Take(moment, stop);
    }

    private async Task<bool> Found(BackupWriter archive, Guid id, CancellationToken stop)
    {
        try
        {
            await Add(archive, NameOf(id), Path.Combine(files.Stored, FileStore.NameOf(id)), packed: false, stop);
            return true;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static string NameOf(Guid id) => $"{FilesFolder}/{FileStore.NameOf(id)}";

    private static async Task Add(BackupWriter archive, string name, string path, bool packed, CancellationToken stop)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await archive.Add(name, content, packed, stop);
    }

    private List<string> Keys() => Directory.Exists(files.Keys)
        ? [.. Directory.EnumerateFiles(files.Keys).Select(path => Path.GetFileName(path)!).Where(name => name == LinkKey.FileName || name.EndsWith(".xml", StringComparison.Ordinal))]
        : [];
}

/// <param name="Missing">Files the database names that are not there any more, as doctor says too.</param>
public sealed record BackedUp(string Path, long Length, int Files, int Keys, int Missing);
