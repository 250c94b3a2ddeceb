using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Invitations;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>
/// A sister series: another name, and all that is arranged once. Not taken over is what belongs to the first alone: its people, its sessions, its
/// hashtag, its published figures, and its partners, who would be thanked for help they never gave.
/// </summary>
public sealed class DuplicateSeries
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DuplicateSeries(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>With aim, rule, hour, length, zone, region, places, venue, accent, running order template, what those who sign up are asked, and the words in its mails. Who does it is its one host.</summary>
    /// <param name="slug">Last part of its page's address; made from the name when empty.</param>
    public Task<Answer<NewSeries, SeriesRefusal>> Save(Actor who, Guid seriesId, string? name, string? slug) =>
        _database.Write<Answer<NewSeries, SeriesRefusal>>(async db =>
        {
            if (!who.May(People.Act.EditSeries, seriesId) || !who.May(People.Act.CreateSeries)) return SeriesRefusal.NotAllowed;
            var first = await db.Series.FirstOrDefaultAsync(s => s.Id == seriesId);
            if (first is null) return SeriesRefusal.NotFound;
            var now = _time.Now();
            var form = SeriesForm.Of(first) with { Name = name, Slug = slug, Hashtag = null };
            var made = await SeriesRows.Add(db, who, form, name, "Made the series \"{0}\" after another one", now);
            if (made.Value is not { } sister) return made.No!.Value;
            RunningOrderRows.Add(db, sister.Id, null, await RunningOrderRows.Template(db, first.Id));
            await QuestionRows.Copy(db, first.Id, sister.Id, now);
            await WordingRows.Copy(db, first.Id, sister.Id, now);
            db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = first.Id, Text = $"Made a sister series, \"{sister.Name}\"" });
            return new NewSeries(sister.Id, sister.Slug);
        });
}
