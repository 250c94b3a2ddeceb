namespace Sessions.Backups;

/// <summary>Why an archive is not put back.</summary>
public enum BackupRefusal
{
    NotThere = 1,

    /// <summary>Some other file.</summary>
    NotABackup,

    /// <summary>Begins as a backup does, but a part is missing or is not what its hash says.</summary>
    Damaged,

    /// <summary>Written by a later version, in a format this one does not know.</summary>
    NewerFormat,
}
