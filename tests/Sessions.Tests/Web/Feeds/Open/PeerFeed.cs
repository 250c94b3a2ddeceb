using Sessions.Tests.Support;

namespace Sessions.Tests.Web.Feeds.Open;

/// <summary>A feed as a reader that others wrote understands it.</summary>
internal sealed record PeerFeed(string Version, bool IsBroken, string Why, string? Title, string? Language, IReadOnlyList<PeerFeedEntry> Entries)
{
    public static PeerFeed Read(string text) => PeerProcess.Run<PeerFeed>("parse-feed.py", System.Text.Encoding.UTF8.GetBytes(text));
}

internal sealed record PeerFeedEntry(string? Id, string? Title, string? Link, string? Updated, bool IsDated, string? Content, IReadOnlyList<PeerEnclosure> Enclosures);

internal sealed record PeerEnclosure(string? Href, string? Type, string? Length);
