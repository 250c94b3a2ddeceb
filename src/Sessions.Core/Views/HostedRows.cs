using Microsoft.EntityFrameworkCore;
using Sessions.Archive;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Views;

/// <summary>Reads sessions for their hosts in two queries, however many there are.</summary>
internal static class HostedRows
{
    /// <summary>Those of the series this person may work in.</summary>
    public static IQueryable<Session> HostedBy(this SessionsDb db, Actor who)
    {
        var (all, series) = (who.MayEverywhere(Act.ReadSeries), who.SeriesFor(Act.ReadSeries));
        return db.Sessions.Where(s => all || series.Contains(s.SeriesId));
    }

    /// <summary>By name, samples last.</summary>
    public static Task<List<HostedSeries>> ListSeriesHosted(this SessionsDb db, Actor who)
    {
        var (all, own) = (who.MayEverywhere(Act.ReadSeries), who.SeriesFor(Act.ReadSeries));
        return db.Series.Where(s => all || own.Contains(s.Id)).OrderBy(s => s.IsSample).ThenBy(s => s.Name)
            .Select(s => new HostedSeries(s.Slug, s.Name, s.Hue, s.Zone, s.IsSample)).ToListAsync();
    }

    public static async Task<List<HostedSession>> ListHosted(this SessionsDb db, IQueryable<Session> sessions)
    {
        var rows = await sessions.Select(s => new
        {
            s.Id,
            s.SeriesId,
            SeriesSlug = s.Series!.Slug,
            SeriesName = s.Series.Name,
            s.Series.Hue,
            s.Series.IsSample,
            s.Slug,
            s.Number,
            s.Title,
            s.Theme,
            s.Kind,
            s.When,
            s.PublishedAt,
            s.CancelledAt,
            s.Confirmed,
            s.Waiting,
            s.Capacity,
            s.OwnVenue,
            SeriesVenue = s.Series.Venue,
            s.SpeakersToBeConfirmed,
            HasRecording = db.Recordings.Any(r => r.SessionId == s.Id),
            WithdrawnAt = db.Recordings.Where(o => o.SessionId == s.Id && o.TakenDownBecause == TakedownReason.BySpeaker).Max(o => o.TakenDownAt)
                ?? db.Resources.Where(o => o.SessionId == s.Id && o.TakenDownBecause == TakedownReason.BySpeaker).Max(o => o.TakenDownAt),
            HasWriteUp = db.WriteUps.Any(w => w.SessionId == s.Id && (w.Text != null || w.Url != null)),
        }).ToListAsync();
        var ids = rows.ConvertAll(r => r.Id);
        var speakers = (await db.Appearances.Where(a => ids.Contains(a.SessionId) && a.State != AppearanceState.Declined)
            .Select(a => new { a.SessionId, a.State, a.Role, a.Excused, HasTitle = a.Talk.Title != null, WantsOtherDate = a.OtherDate != null, HasFile = db.Resources.Any(r => r.AppearanceId == a.Id) || db.Recordings.Any(r => r.AppearanceId == a.Id) })
            .ToListAsync()).ToLookup(a => a.SessionId);
        return rows.ConvertAll(r =>
        {
            var certain = speakers[r.Id].Where(a => a.State != AppearanceState.Asked).ToList();
            var venue = r.SeriesVenue.With(r.OwnVenue);
            return new HostedSession(r.Id, r.SeriesId, r.SeriesSlug, r.SeriesName, r.Hue, r.IsSample, r.Slug, r.Number, r.Title, r.Theme, r.Kind, r.When,
                r.PublishedAt is not null, r.CancelledAt is not null, r.Confirmed, r.Waiting, r.Capacity,
                (venue.RoomLink ?? venue.StreamLink ?? venue.Address) is not null, r.SpeakersToBeConfirmed,
                speakers[r.Id].Count(), certain.Count, certain.Count(a => a.HasTitle || IsSpared(a.Role, a.Excused, TalkItem.Title)), certain.Count(a => a.HasFile || IsSpared(a.Role, a.Excused, TalkItem.Slides)), r.HasRecording, r.HasWriteUp)
            {
                WithdrawnAt = r.WithdrawnAt,
                OtherDates = speakers[r.Id].Count(a => a.WantsOtherDate),
            };
        });
    }

    /// <summary>Whoever brings no talk, and whom a host excused, owes none of it.</summary>
    private static bool IsSpared(AppearanceRole role, ExcusedItems excused, TalkItem item) => !Missing.AskedOf(role).Contains(item) || excused.Holds(item);
}
