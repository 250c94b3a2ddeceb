using NodaTime;

namespace Sessions.Archive.Chapters;

/// <param name="At">Since the recording's beginning, in whole seconds.</param>
public sealed record Chapter(Duration At, string Title)
{
    public const int LongestTitle = 200;

    /// <summary>Of one recording.</summary>
    public const int Most = 100;

    public int Seconds => (int)At.TotalSeconds;
}

public enum ChapterFaultKind
{
    TimeMissing = 1,
    TitleMissing = 2,

    /// <summary>Not after the one above it.</summary>
    OutOfOrder = 3,

    /// <summary>More than <see cref="Chapter.LongestTitle"/>.</summary>
    TooLong = 4,

    /// <summary>More than <see cref="Chapter.Most"/>.</summary>
    TooMany = 5,
}

/// <param name="Line">From 1.</param>
public sealed record ChapterFault(int Line, ChapterFaultKind Kind);

/// <param name="Faults">Empty for a list that may be taken as it is.</param>
public sealed record ReadChapters(IReadOnlyList<Chapter> Chapters, IReadOnlyList<ChapterFault> Faults);
