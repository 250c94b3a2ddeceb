namespace Sessions.Web.Public;

/// <summary>The keys of an address that make another page of it; each combination takes room in the cache, so what strangers make up is bounded there.</summary>
public sealed record VariesBy(IReadOnlyList<string> Keys);
