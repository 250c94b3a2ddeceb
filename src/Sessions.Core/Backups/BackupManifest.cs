namespace Sessions.Backups;

/// <summary>The last entry of a backup: what it is and what lies in it.</summary>
/// <param name="Format">Of the archive; <see cref="CurrentFormat"/> when written by this version.</param>
/// <param name="Product">The version that wrote it.</param>
/// <param name="Provider">The kind of database it holds.</param>
/// <param name="Schema">The last migration applied to that database.</param>
public sealed record BackupManifest(int Format, string Product, string Provider, string Schema, DateTimeOffset CreatedAt, IReadOnlyList<BackupEntry> Entries)
{
    public const int CurrentFormat = 1;
}

/// <param name="Name">As "files/0190…"; one folder at most.</param>
/// <param name="Sha256">Of the unpacked bytes, lower-case hex.</param>
/// <param name="Unused">Was put in before it turned out that nobody names it: not to be unpacked.</param>
public sealed record BackupEntry(string Name, long Length, string Sha256, bool Unused = false);
