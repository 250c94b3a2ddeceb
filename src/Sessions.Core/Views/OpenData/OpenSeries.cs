using NodaTime;
using Sessions.Scheduling;

namespace Sessions.Views.OpenData;

/// <summary>A published series as feeds and open data say it.</summary>
/// <param name="Zone">IANA name.</param>
public sealed record OpenSeries(Guid Id, string Slug, string Name, string? Hashtag, string? Aim, string Zone, bool IsSample, SeriesStateKind State, Instant PublishedAt)
{
    /// <summary>Of its colour.</summary>
    public int Hue { get; init; }

    public string Path => $"/series/{Slug}";
}
