namespace Sessions.Speakers;

/// <summary>Role and organisation in the one line that pages, search and lists show; the organisation is kept for itself as well.</summary>
internal static class SpeakerLine
{
    public static string? Of(string? role, string? organisation) =>
        string.Join(", ", new[] { role, organisation }.OfType<string>()) is { Length: > 0 } line ? line : null;

    /// <summary>The line without its organisation; a line that names another one stays whole.</summary>
    public static string? Role(string? line, string? organisation) => organisation is null || line is null ? line
        : line == organisation ? null
        : line.EndsWith($", {organisation}", StringComparison.Ordinal) ? line[..^(organisation.Length + 2)] : line;
}
