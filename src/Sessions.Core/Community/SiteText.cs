using NodaTime;

namespace Sessions.Community;

/// <summary>The community's own words on one of its four pages.</summary>
internal sealed class SiteText
{
    /// <summary>about, conduct, privacy or contact.</summary>
    public required string Key { get; init; }

    /// <summary>Markdown; HTML in it is text.</summary>
    public required string Text { get; set; }

    public required Instant UpdatedAt { get; set; }
}
