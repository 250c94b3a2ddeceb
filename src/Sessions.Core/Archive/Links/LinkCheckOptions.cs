namespace Sessions.Archive.Links;

/// <param name="IsOn">Off, nothing leaves this server by itself.</param>
/// <param name="Site">Its public address, for the hosts that are asked.</param>
public sealed record LinkCheckOptions(bool IsOn, Uri Site)
{
    /// <summary>Before each further question to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    internal LinkReach Reach { get; init; } = LinkReach.Public;

    internal LinkRound Round() => new(new LinkVisitor(Reach, LinkVisitor.AgentOf(Site)), Pause);
}
