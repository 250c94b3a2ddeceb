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

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(Length));
    }
}
