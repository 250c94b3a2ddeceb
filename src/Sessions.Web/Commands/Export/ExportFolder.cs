using System.Text.Json;
using Sessions.Web.Settings;

namespace Sessions.Web.Commands.Export;

/// <summary>
/// The folder of a copy. New files are written aside and put in their places when all are there, one rename each; a list in the folder
/// says which files are ours, so that the next copy replaces and removes those and never another.
/// </summary>
internal sealed class ExportFolder
{
    public const string List = "export.json";

    private const string Aside = ".export-part";

    private readonly string _folder;
    private readonly HashSet<string> _before;
    private readonly HashSet<string> _now = new(StringComparer.Ordinal);

    private ExportFolder(string folder, HashSet<string> before) => (_folder, _before) = (folder, before);

    public int Count => _now.Count;

    /// <exception cref="SettingsFault">There are files in it that no copy of ours put there alone.</exception>
    public static ExportFolder Open(string path)
    {
        var folder = Path.GetFullPath(path);
        if (File.Exists(folder)) throw new SettingsFault($"{folder} is a file: name a folder.");
        Directory.CreateDirectory(folder);
        var list = Path.Combine(folder, List);
        var before = File.Exists(list) ? Read(list) : [];
        if (before is null || (!File.Exists(list) && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) != Aside)))
            throw new SettingsFault($"{folder} holds files that no export put there: name an empty folder, or one of an earlier export.");
        var opened = new ExportFolder(folder, before);
        opened.Abandon();
        return opened;
    }

    public Stream Create(string file)
    {
        var path = Below(Path.Combine(_folder, Aside), file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _now.Add(file);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024);
    }

    /// <summary>A file whose address names its content for ever, and which is there from an earlier time.</summary>
    public bool Keeps(string file, long length)
    {
        if (!_before.Contains(file) || new FileInfo(Below(_folder, file)) is not { Exists: true } there || there.Length != length) return false;
        _now.Add(file);
        return true;
    }

    /// <exception cref="SettingsFault">A file of somebody else is in the way; nothing has changed.</exception>
    public void Finish(DateTimeOffset madeAt, string url)
    {
        var aside = Path.Combine(_folder, Aside);
        foreach (var file in _now.Where(f => !_before.Contains(f)))
            if (File.Exists(Below(_folder, file)) || Directory.Exists(Below(_folder, file)))
                throw new SettingsFault($"{Below(_folder, file)} is there and no export put it there: move it away.");
        // Whatever happens from here on, the next export knows all of these as ours.
        Write(_before.Union(_now), madeAt, url);
        foreach (var file in _now.Where(f => File.Exists(Below(aside, f))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Below(_folder, file))!);
            File.Move(Below(aside, file), Below(_folder, file), overwrite: true);
        }
        foreach (var file in _before.Except(_now)) Remove(file);
        Write(_now, madeAt, url);
        Abandon();
    }

    /// <summary>What was written aside goes; what stood there before stays.</summary>
    public void Abandon()
    {
        var aside = Path.Combine(_folder, Aside);
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
    }

    private void Remove(string file)
    {
        var path = Below(_folder, file);
        if (File.Exists(path)) File.Delete(path);
        for (var folder = Path.GetDirectoryName(path)!; folder.Length > _folder.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
            Directory.Delete(folder);
    }

    private void Write(IEnumerable<string> files, DateTimeOffset madeAt, string url)
    {
        var list = Path.Combine(_folder, List);
        File.WriteAllBytes(list + ".new", JsonSerializer.SerializeToUtf8Bytes(new Listed("Sessions", 1, madeAt, url, [.. files.Order(StringComparer.Ordinal)])));
        File.Move(list + ".new", list, overwrite: true);
    }

    /// <summary>Null for a list that is none of ours.</summary>
    private static HashSet<string>? Read(string list)
    {
        try
        {
            return JsonSerializer.Deserialize<Listed>(File.ReadAllBytes(list)) is { Product: "Sessions", Files: { } files } ? files.ToHashSet(StringComparer.Ordinal) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Below(string folder, string file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new InvalidOperationException($"{file} leads out of the folder.");
    }

    private sealed record Listed(string Product, int Version, DateTimeOffset MadeAt, string Url, IReadOnlyList<string> Files);
}
