using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>What speaks against a session's new hour.</summary>
public sealed record Clash(SessionTime When, IReadOnlyList<LineNote> Notes);

/// <summary>Clashes of sessions that are about to move: with other hours, with their speakers' other sessions, with holidays and clock changes.</summary>
public sealed class ClashView
{
    private readonly Database _database;
    private readonly HolidayCalendar _holidays;

    internal ClashView(Database database, HolidayCalendar holidays) => (_database, _holidays) = (database, holidays);

    /// <param name="moved">New times by session, all of one series; those without an hour have no clashes.</param>
    /// <param name="draftOf">Names a draft of a series, in a sentence.</param>
    /// <returns>Only those with something to say, in the order given.</returns>
    public async Task<IReadOnlyList<Clash>> Read(Actor who, Guid seriesId, IReadOnlyList<(Guid Id, SessionTime To)> moved, Func<string, string> draftOf)
    {
        var exact = moved.Where(m => m.To.Start is not null).ToList();
        if (exact.Count == 0 || !who.May(Act.MoveSession, seriesId)) return [];
        await using var db = _database.Read();
        var region = await db.Series.Where(s => s.Id == seriesId).Select(s => s.Region).FirstOrDefaultAsync();
        // Three months back: the session before may be as far away as that.
        var ids = exact.ConvertAll(m => m.Id);
        var taken = (await TakenRows.From(db, who, exact.Min(m => m.To.Start!.Value) - Duration.FromDays(92))).Where(slot => !ids.Contains(slot.SessionId)).ToList();
        var speakers = await TakenRows.Speakers(db, db.Sessions.Where(s => ids.Contains(s.Id)), _ => true);
        var own = taken.Where(slot => slot.SeriesId == seriesId).Select(slot => slot.Start).Concat(exact.Select(m => m.To.Start!.Value)).Order().ToList();
        return [.. exact.Select(m => new Clash(m.To, [.. Of(m.Id, m.To)])).Where(clash => clash.Notes.Count > 0)];

        IEnumerable<LineNote> Of(Guid id, SessionTime to)
        {
            var (at, zone) = (to.Start!.Value, SessionClock.Zone(to.Zone));
            var hour = new WantedHour(at, (int)(to.End!.Value - at).TotalMinutes, [.. speakers[id]],
                own.Where(other => other < at).Select(other => (Instant?)other).LastOrDefault(), own.Where(other => other > at).Select(other => (Instant?)other).FirstOrDefault());
            return Clashes.Of(hour, new(to.Date!.Value, zone, null, hour.Minutes)
            {
                Taken = [.. taken.Select(slot => slot.For(seriesId, zone, draftOf))],
                HolidayOn = day => _holidays.On(region, day),
            });
        }
    }
}
