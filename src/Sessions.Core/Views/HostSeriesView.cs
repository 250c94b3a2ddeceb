using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <param name="MayEdit">Of this reader: helpers read only.</param>
/// <param name="Next">Public and not over, soonest first; cancelled ones keep their place.</param>
/// <param name="Drafts">Seen by hosts only, soonest first.</param>
/// <param name="Held">Latest first.</param>
public sealed record HostSeriesFacts(
    Guid Id,
    string Slug,
    string Name,
    string? Hashtag,
    string Zone,
    string? Rule,
    int Hue,
    bool IsSample,
    bool MayEdit,
    IReadOnlyList<HostedSession> Next,
    IReadOnlyList<HostedSession> Drafts,
    IReadOnlyList<HostedSession> Held)
{
    public SeriesStateKind State { get; init; }

    /// <summary>Stands on its page while it is paused or ended.</summary>
    public string? StateNote { get; init; }

    public bool IsEmpty => Next.Count + Drafts.Count + Held.Count == 0;
}

public sealed class HostSeriesView
{
    private readonly Database _database;

    internal HostSeriesView(Database database) => _database = database;

    /// <summary>Null when there is none, or none for this reader.</summary>
    public async Task<HostSeriesFacts?> Read(Actor who, string slug, Instant now)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug)
            .Select(s => new { s.Id, s.Slug, s.Name, s.Hashtag, s.Zone, s.Rule, s.Hue, s.IsSample, s.PausedAt, s.EndedAt, s.StateNote }).FirstOrDefaultAsync();
        if (series is null || !who.May(Act.ReadSeries, series.Id)) return null;
        var sessions = await db.ListHosted(db.Sessions.Where(s => s.SeriesId == series.Id).Soonest());
        var ahead = sessions.FindAll(s => !s.IsOver(now));
        return new(series.Id, series.Slug, series.Name, series.Hashtag, series.Zone, series.Rule, series.Hue, series.IsSample, who.May(Act.EditSeries, series.Id),
            ahead.FindAll(s => s.IsPublished), ahead.FindAll(s => !s.IsPublished), [.. sessions.Where(s => s.IsOver(now)).Reverse()])
        {
            State = series.EndedAt is not null ? SeriesStateKind.Ended : series.PausedAt is not null ? SeriesStateKind.Paused : SeriesStateKind.Running,
            StateNote = series.StateNote,
        };
    }
}
