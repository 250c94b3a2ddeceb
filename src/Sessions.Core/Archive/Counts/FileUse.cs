using NodaTime;

namespace Sessions.Archive.Counts;

/// <summary>What somebody did with a public file.</summary>
public enum UseKind
{
    /// <summary>Began to watch or listen to it on a page.</summary>
    Play = 1,
    Download = 2,
}

/// <summary>How often a file was played or downloaded on one day (UTC). Nothing of whom: no cookie, no address, no hour.</summary>
internal sealed class FileUse
{
    public required Guid FileId { get; init; }

    public required LocalDate Day { get; init; }

    public required UseKind Kind { get; init; }

    public int Times { get; set; }
}

/// <summary>Of one file, over all days.</summary>
public sealed record FileUseSum(Guid FileId, int Plays, int Downloads);
