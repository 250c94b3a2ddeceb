using System.Text.RegularExpressions;

namespace Sessions.Backups;

/// <summary>The names inside an archive.</summary>
internal static partial class BackupNames
{
    /// <summary>First of all, so that a file cut short can still be told from a foreign one; says to people what this is.</summary>
    public const string About = "sessions-backup.txt";

    public const string Manifest = "manifest.json";

    /// <summary>One folder and one plain name: nothing that leads out of the folder it is unpacked into.</summary>
    public static bool IsPlain(string name) => name == About || Plain().IsMatch(name);

    [GeneratedRegex(@"\A[a-z]{1,20}/[A-Za-z0-9_][A-Za-z0-9._-]{0,199}\z")]
    private static partial Regex Plain();
}
