namespace Sessions.Web.Settings;

/// <summary>Makes the folders the settings name, and says at start, not at the first upload, when one can't be written.</summary>
public static class Folders
{
    public static void Prepare(FilesSettings files, MailSettings mail)
    {
        foreach (var folder in new[] { files.Path, files.Stored, files.Keys }) Check(folder, "Files:Path");
        if (mail.Transport == MailTransportKind.Pickup) Check(mail.PickupPath, "Mail:PickupPath");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(files.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static void Check(string folder, string setting)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFault($"{setting}: the folder {folder} can't be written ({fault.Message.TrimEnd('.')}). Give the user this runs as the right to write there, or name another folder.");
        }
    }
}
