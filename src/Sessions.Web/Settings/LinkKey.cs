using System.Security.Cryptography;

namespace Sessions.Web.Settings;

/// <summary>The secret under standing links: made once, kept beside the Data Protection keys, part of every backup.</summary>
public static class LinkKey
{
    public const string FileName = "links.key";

    private const int Length = 32;

    public static byte[] Load(FilesSettings files)
    {
        var path = Path.Combine(files.Keys, FileName);
        Directory.CreateDirectory(files.Keys);
        if (!File.Exists(path)) Make(path);
        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new SettingsFault($"{path} is damaged: restore it from a backup. Without it no personal link that was sent works any more.");
    }

    /// <summary>It stands there whole or not at all, and of two that start at once the second takes what the first made.</summary>
    private static void Make(string path)
    {
        var made = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }
    }
}
