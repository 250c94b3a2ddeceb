namespace Sessions.Data;

/// <summary>The whole database as it stood at one moment, written into files.</summary>
/// <param name="Schema">The last migration that was applied to it.</param>
/// <param name="Parts">Names of the files.</param>
/// <param name="StoredFiles">Ids of the stored files that it names.</param>
public sealed record DatabaseSnapshot(string Schema, IReadOnlyList<string> Parts, IReadOnlyList<Guid> StoredFiles);
