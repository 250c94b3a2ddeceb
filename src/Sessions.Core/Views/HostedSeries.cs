namespace Sessions.Views;

/// <summary>A series that a reader of the console may choose from.</summary>
/// <param name="Slug">Last part of its page's address.</param>
/// <param name="Zone">IANA name.</param>
public sealed record HostedSeries(string Slug, string Name, int Hue, string Zone, bool IsSample);
