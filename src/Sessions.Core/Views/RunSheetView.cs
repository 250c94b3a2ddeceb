using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>What a host holds in the hand during the hour.</summary>
/// <param name="MayRun">Begins parts; a helper only reads along.</param>
public sealed record RunDesk(Guid SessionId, string? Title, int? Number, string SeriesName, int Hue, SessionTime When, bool IsCancelled, bool MayRun, IReadOnlyList<RunPart> Parts)
{
    /// <summary>Null where there is nothing to run by: no exact hour, or no running order.</summary>
    public RunSheet? At(Instant now) => When.Start is { } start && Parts.Count > 0 ? RunSheet.Of(start, Parts, now) : null;
}

public sealed class RunSheetView
{
    private readonly Database _database;

    internal RunSheetView(Database database) => _database = database;

    /// <summary>Ends with the next change of any running order here. Take it before reading.</summary>
    public Task Changed => _database.Ordered.Next;

    /// <summary>Null when there is none, or none for this reader.</summary>
    public async Task<RunDesk?> Read(Actor who, Guid id)
    {
        await using var db = _database.Read();
        var session = await db.Sessions.Where(s => s.Id == id).Select(s => new
        {
            s.SeriesId,
            Title = s.Title ?? s.Theme,
            s.Number,
            s.Series!.Name,
            s.Series.Hue,
            s.When,
            IsCancelled = s.CancelledAt != null,
        }).FirstOrDefaultAsync();
        if (session is null || !who.May(Act.ReadSeries, session.SeriesId)) return null;
        var parts = await (from item in db.RunningOrder.Where(i => i.SessionId == id)
                           join a in db.Appearances on item.AppearanceId equals a.Id into named
                           from appearance in named.DefaultIfEmpty()
                           orderby item.Position
                           select new RunPart(item.Kind, item.Minutes, item.Title ?? appearance.Talk.Title, appearance.Person!.Name, item.BeganAt)
                           {
                               NameSaid = appearance.Person!.NameSaid,
                               Pronouns = appearance.Person!.Pronouns,
                               Needs = appearance.RoomNeeds,
                           }).ToListAsync();
        return new(id, session.Title, session.Number, session.Name, session.Hue, session.When, session.IsCancelled, who.May(Act.EditSession, session.SeriesId), parts);
    }
}
