using Sessions.Files;

namespace Sessions.Web.Uploads;

/// <summary>Where the files of one sender to one talk or session come in.</summary>
/// <param name="Path">Of the collection; an upload stands below it.</param>
/// <param name="Owner">The sender and what the files are for.</param>
internal sealed record UploadPlace(string Path, string Owner)
{
    /// <summary>Why nothing more would be taken, known before the first byte.</summary>
    public Enum? Full { get; init; }

    /// <summary>Makes it the talk's or session's own, as the form does; answers a refusal after it deleted the file.</summary>
    public required Func<SavedFile, TusMetadata, Task<Enum?>> Take { get; init; }

    /// <summary>A refusal as a sentence about the file of that name.</summary>
    public required Func<string, Enum, string> Say { get; init; }
}
