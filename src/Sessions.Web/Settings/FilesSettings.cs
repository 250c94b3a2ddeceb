namespace Sessions.Web.Settings;

/// <summary>Section "Files".</summary>
/// <param name="Path">One folder for all that is not in the database: files/ handed in, keys/ of the server (0600).</param>
public sealed record FilesSettings(string Path)
{
    /// <summary>Of one file that comes in pieces.</summary>
    public long MaxUploadBytes { get; init; } = Sessions.Files.UploadLimits.Usual;

    public string Stored => System.IO.Path.Combine(Path, "files");

    public string Keys => System.IO.Path.Combine(Path, "keys");
}
