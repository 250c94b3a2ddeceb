namespace Sessions.Web.Settings;

/// <summary>A secret, given itself or as the name of a file that holds it (a credential of systemd, a secret of Docker).</summary>
internal static class Secret
{
    /// <param name="setting">As Mail:Smtp:Password; the file's name stands in the same setting with "File" behind it.</param>
    /// <returns>Null when neither is given.</returns>
    public static string? Read(string setting, string? value, string? file)
    {
        if (string.IsNullOrEmpty(file)) return string.IsNullOrEmpty(value) ? null : value;
        if (!string.IsNullOrEmpty(value)) throw new SettingsFault($"{setting} and {setting}File are both given: leave one of them out.");
        try
        {
            // Editors and echo end a file with a line break that is no part of the secret.
            var held = File.ReadAllText(file).TrimEnd('\r', '\n');
            return held.Length > 0 ? held : throw new SettingsFault($"{setting}File: the file {file} is empty.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFault($"{setting}File: the file {file} can't be read ({fault.Message.TrimEnd('.')}).");
        }
    }
}
