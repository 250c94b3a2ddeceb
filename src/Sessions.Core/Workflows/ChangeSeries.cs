using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>
/// Another name, place, rule, hour or zone of a series. Planned sessions keep what they have, unless the host says for one that the new plan
/// does not name: move it there, or cancel it.
/// </summary>
public sealed class ChangeSeries
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ChangeSeries(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Which planned dates no longer fit and what the choices do to whom, before anything is saved.</summary>
    public Task<Answer<SeriesChange, SeriesRefusal>> Preview(Actor who, Guid seriesId, SeriesForm form, PlannedChoices choices) =>
        _database.Rehearse(db => Act(db, who, seriesId, form, choices, isPreview: true));

    public async Task<Answer<SeriesChange, SeriesRefusal>> Save(Actor who, Guid seriesId, SeriesForm form, PlannedChoices choices) =>
        await _database.Write(db => Act(db, who, seriesId, form, choices, isPreview: false), await AheadSessions.Locks(_database, seriesId, _time.Now()));

    private async Task<Answer<SeriesChange, SeriesRefusal>> Act(SessionsDb db, Actor who, Guid seriesId, SeriesForm typed, PlannedChoices choices, bool isPreview)
    {
        if (!who.May(People.Act.EditSeries, seriesId)) return SeriesRefusal.NotAllowed;
        var series = await db.Series.FirstOrDefaultAsync(s => s.Id == seriesId);
        if (series is null) return SeriesRefusal.NotFound;
        var form = typed.Over(SeriesForm.Of(series));
        if (SeriesRules.Check(form) is { } no) return no;
        var (now, undo) = (_time.Now(), new UndoRows());
        var (before, oldPlaces) = (undo.Before(series), series.Capacity);
        SeriesRules.Apply(form, series);
        var after = SeriesForm.Of(series);
        var ahead = await AheadSessions.Of(db, seriesId, now);
        var (changed, mails) = (new List<ChangedSession>(), new List<MailAhead>());
        var plan = RecurrencePlan.Of(after);
        var isReplanned = plan != RecurrencePlan.Of(before.Form) || after.DurationMinutes != before.Form.DurationMinutes;
        var misfits = isReplanned ? Misfits.Of([.. ahead.Where(s => s.When.Precision == Precision.Exact)], plan, after.DurationMinutes, now) : [];
        var shown = misfits.Select(m => new Misfit(m.Session.Id, m.Session.Number, m.Session.Title, m.Session.When, m.Nearest,
            m.Session.Edited.HasFlag(SessionFields.Time), m.Session.Confirmed + m.Session.Waiting)).ToList();
        foreach (var (session, nearest) in misfits) await Settle(session, nearest, choices.For(session.Id));
        if (choices.GivePlaces && after.Capacity != oldPlaces)
        {
            foreach (var session in ahead.Where(s => !s.IsCancelled && !s.Edited.HasFlag(SessionFields.Places) && s.Capacity != after.Capacity))
            {
                var was = undo.Before(session);
                (session.Capacity, session.ChangedAt) = (after.Capacity, now);
                session.SetBand();
                mails.AddRange(await MailAhead.LetIn(db, session, now));
                changed.RemoveAll(c => c.Id == session.Id);
                changed.Add(ChangedSession.Of(session, was, SessionFields.Places));
            }
        }
        changed.Sort((a, b) => Nullable.Compare(a.Before.Start, b.Before.Start));
        var what = changed.Count == 0 ? "Changed the series" : $"Changed the series and {changed.Count} of its sessions";
        return new SeriesChange(shown, await undo.Close(db, who, seriesId, null, what, changed, mails, isPreview, now));

        async Task Settle(Session session, SessionTime? nearest, MisfitChoice choice)
        {
            var was = undo.Before(session);
            if (choice == MisfitChoice.Cancel) mails.AddRange(await Cancelled.Now(db, undo, session, who, choices.Because, now));
            else if (choice == MisfitChoice.Move && nearest is not null)
            {
                mails.AddRange(await Moved.ByPlan(db, undo, session, nearest, Misfits.Length(session, after.DurationMinutes), now));
                session.Edited &= ~SessionFields.Time;
            }
            else
            {
                session.Edited |= SessionFields.Time;
                return;
            }
            changed.Add(ChangedSession.Of(session, was, Moved.Fields(was, session.When, session.DurationMinutes)));
        }
    }
}

/// <summary>What a host says of the planned sessions that the new plan does not name.</summary>
/// <param name="ById">By session; whoever is not named is kept.</param>
/// <param name="GivePlaces">Sessions whose places nobody set by hand get the series' new number.</param>
/// <param name="Because">Told to everybody in a cancelled one; may be empty.</param>
public sealed record PlannedChoices(IReadOnlyDictionary<Guid, MisfitChoice> ById, bool GivePlaces = false, string? Because = null)
{
    public static readonly PlannedChoices KeepAll = new(new Dictionary<Guid, MisfitChoice>());

    public MisfitChoice For(Guid session) => ById.GetValueOrDefault(session);
}

/// <param name="Misfits">Planned sessions that the new plan does not name, soonest first.</param>
public sealed record SeriesChange(IReadOnlyList<Misfit> Misfits, ChangeResult Result);
