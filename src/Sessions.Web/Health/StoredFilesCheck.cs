using Sessions.Archive;
using Sessions.Data;
using Sessions.Files;
using Sessions.Web.Public;
using Sessions.Web.Settings;

namespace Sessions.Web.Health;

/// <summary>Rows without files, and files without rows.</summary>
public sealed class StoredFilesCheck(StoredFileQueries rows, FilesSettings settings, TimeProvider time)
{
    private const int MostNamed = 3;

    /// <summary>An upload lies there before its row does.</summary>
    private static readonly TimeSpan Arriving = TimeSpan.FromHours(1);

    public async Task<Finding> Look(CancellationToken stop)
    {
        var kept = await rows.All(stop);
        var there = Directory.Exists(settings.Stored) ? new DirectoryInfo(settings.Stored).EnumerateFiles().ToDictionary(file => file.Name) : [];
        var broken = kept.Where(row => !there.TryGetValue(FileStore.NameOf(row.Id), out var file) || file.Length != row.Length).ToList();
        if (broken.Count > 0)
            return Finding.Wrong($"{broken.Count} of {kept.Count} files are missing or cut short ({Named(broken.Select(row => $"{row.Name} as {FileStore.NameOf(row.Id)}"))}): take them from a backup");
        var known = kept.Select(row => FileStore.NameOf(row.Id)).ToHashSet();
        var old = (time.Now() - NodaTime.Duration.FromTimeSpan(Arriving)).ToDateTimeUtc();
        var orphans = there.Values.Where(file => !known.Contains(file.Name) && file.LastWriteTimeUtc < old).ToList();
        return orphans.Count == 0
            ? Finding.Ok($"{kept.Count}, each with its row")
            : Finding.Wrong($"{orphans.Count} files ({Sizes.Of(orphans.Sum(file => file.Length))}) belong to no row ({Named(orphans.Select(file => file.Name))}): nobody can reach them; move them away from {settings.Stored}");
    }

    private static string Named(IEnumerable<string> all)
    {
        var names = all.ToList();
        return string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? ", …" : "");
    }
}
