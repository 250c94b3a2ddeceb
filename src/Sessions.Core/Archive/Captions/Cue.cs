using NodaTime;

namespace Sessions.Archive.Captions;

/// <summary>What is said between two moments of a recording.</summary>
/// <param name="From">Since its beginning, in whole milliseconds.</param>
/// <param name="To">After <paramref name="From"/>.</param>
/// <param name="Speaker">Where the file names one.</param>
/// <param name="Text">Plain; lines parted by <c>\n</c>.</param>
public sealed record Cue(Duration From, Duration To, string? Speaker, string Text);
