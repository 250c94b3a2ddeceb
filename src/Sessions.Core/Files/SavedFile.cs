namespace Sessions.Files;

/// <summary>A file on disk, before any row knows it.</summary>
/// <param name="Id">Its generated name in the store.</param>
/// <param name="Name">Cleaned, with an ending that fits the content.</param>
/// <param name="MediaType">Decided by content.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record SavedFile(Guid Id, string Name, string MediaType, long Length, string Sha256);
