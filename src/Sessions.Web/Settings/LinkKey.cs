using System.Security.Cryptography;

namespace Sessions.Web.Settings;

/// <summary>The secret under standing links: made once, kept beside the Data Protection keys, part of every backup.</summary>
public static class LinkKey
{
    public const string FileName = "links.key";

    private const int Length = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    public static byte[] Load(FilesSettings files)
    {
        var path = Path.Combine(files.Keys, FileName);
        Directory.CreateDirectory(files.Keys);
        if (!File.Exists(path)) MakeAlone(path);
        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new SettingsFault($"{path} is damaged: restore it from a backup. Without it no personal link that was sent works any more.");
    }

    /// <summary>Of programs that start at once one makes it and the others take what it made: looking whether a file is there and moving one to its place are two steps.</summary>
    private static void MakeAlone(string path)
    {
        using var alone = Hold($"{path}.lock");
        if (!File.Exists(path)) Make(path);
    }

    /// <summary>A program that dies lets go of it; the file it leaves holds nobody up.</summary>
    private static FileStream Hold(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += Turn)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < Patience)
            {
                Thread.Sleep(Turn);
            }
        }
    }

    /// <summary>It stands there whole or not at all; what a start that died had written is written over.</summary>
    private static void Make(string path)
    {
        var made = $"{path}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        File.Move(made, path, overwrite: false);
    }
}
