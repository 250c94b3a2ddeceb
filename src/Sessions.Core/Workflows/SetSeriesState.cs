using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>A series pauses, goes on, or ends, with a note on its page. What is planned already takes place unless the host cancels it with the same act.</summary>
public sealed class SetSeriesState
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SetSeriesState(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Who hears of it, before anything is saved.</summary>
    public Task<Answer<ChangeResult, SeriesRefusal>> Preview(Actor who, Guid seriesId, SeriesState to) =>
        _database.Rehearse(db => Act(db, who, seriesId, to, isPreview: true));

    public async Task<Answer<ChangeResult, SeriesRefusal>> Save(Actor who, Guid seriesId, SeriesState to) =>
        await _database.Write(db => Act(db, who, seriesId, to, isPreview: false), await AheadSessions.Locks(_database, seriesId, _time.Now()));

    private async Task<Answer<ChangeResult, SeriesRefusal>> Act(SessionsDb db, Actor who, Guid seriesId, SeriesState to, bool isPreview)
    {
        if (!who.May(People.Act.EditSeries, seriesId)) return SeriesRefusal.NotAllowed;
        var series = await db.Series.FirstOrDefaultAsync(s => s.Id == seriesId);
        if (series is null) return SeriesRefusal.NotFound;
        if (to.Note?.Length > SeriesState.LongestNote) return SeriesRefusal.NoteTooLong;
        var (now, note, undo) = (_time.Now(), TypedText.Lines(to.Note), new UndoRows());
        undo.Before(series);
        if (to.Kind == SeriesStateKind.Running) series.Resume();
        else if (to.Kind == SeriesStateKind.Paused) series.Pause(note, now);
        else if (to.Kind == SeriesStateKind.Ended) series.End(note, now);
        else return SeriesRefusal.StateUnknown;
        var (changed, mails) = (new List<ChangedSession>(), new List<MailAhead>());
        foreach (var session in to is { Kind: not SeriesStateKind.Running, CancelPlanned: true } ? await AheadSessions.Of(db, seriesId, now) : [])
        {
            mails.AddRange(await Cancelled.Now(db, undo, session, who, note, now));
            changed.Add(ChangedSession.Of(session, undo.Before(session), SessionFields.None));
        }
        return await undo.Close(db, who, seriesId, null, What(to.Kind, changed.Count), changed, mails, isPreview, now);
    }

    private static string What(SeriesStateKind kind, int cancelled) => kind switch
    {
        SeriesStateKind.Running => "Resumed the series",
        SeriesStateKind.Paused => "Paused the series",
        _ => "Ended the series",
    } + (cancelled > 0 ? $" and cancelled {cancelled} sessions" : "");
}

/// <param name="Note">Stands on the series' page, and in the mails of what is cancelled; may be empty.</param>
/// <param name="CancelPlanned">Also cancels every session that is planned; false lets them take place.</param>
public sealed record SeriesState(SeriesStateKind Kind, string? Note = null, bool CancelPlanned = false)
{
    public const int LongestNote = 1000;
}
