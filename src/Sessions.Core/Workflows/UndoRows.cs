using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Scheduling;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>Collects how things were while a change is made, and keeps it for a minute.</summary>
internal sealed class UndoRows
{
    /// <summary>Nobody can go back that far; a day is for who asks why not.</summary>
    private static readonly Duration KeptFor = Duration.FromDays(1);

    private readonly Dictionary<Guid, (Session Session, SessionImage Before)> _sessions = [];
    private (Series Series, SeriesImage Before)? _series;
    private TalkImage? _talk;

    /// <summary>Call before the first change of it; later calls answer the same.</summary>
    public SessionImage Before(Session session)
    {
        if (!_sessions.TryGetValue(session.Id, out var kept)) _sessions[session.Id] = kept = (session, SessionImage.Of(session));
        return kept.Before;
    }

    /// <inheritdoc cref="Before(Session)" />
    public SeriesImage Before(Series series) => (_series ??= (series, SeriesImage.Of(series))).Before;

    /// <summary>A talk goes elsewhere, which takes lines out of one running order and puts them into another.</summary>
    public void Moves(TalkMove move, int position, IReadOnlyList<RunningOrderLine> from, IReadOnlyList<RunningOrderLine> to) =>
        _talk = new(move.Id, move.AppearanceId, move.FromSessionId, move.ToSessionId, position, from, to);

    /// <summary>Writes the history and the way back, and sums up.</summary>
    /// <param name="sessionId">Where the history of one session is meant.</param>
    /// <param name="what">Stands in the history.</param>
    public async Task<ChangeResult> Close(SessionsDb db, Actor who, Guid seriesId, Guid? sessionId, string what, IReadOnlyList<ChangedSession> changed,
        IReadOnlyList<MailAhead> mails, bool isPreview, Instant now)
    {
        if (isPreview || (_sessions.Count == 0 && _series is null)) return new(changed, mails);
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = seriesId, SessionId = sessionId, Text = what });
        if (sessionId is null)
            foreach (var one in changed) db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = seriesId, SessionId = one.Id, IsPart = true, Text = what });
        var (step, old) = (new UndoStep { SeriesId = seriesId, PersonId = who.PersonId, At = now, What = what, Before = Images().ToJson() }, now - KeptFor);
        db.RemoveRange(await db.UndoSteps.Where(s => s.At < old).OrderBy(s => s.At).Take(50).ToListAsync());
        db.Add(step);
        return new(changed, mails, step.Id);
    }

    private UndoImages Images() => new(
        [.. _sessions.Values.Select(kept => new SessionPair(kept.Before, SessionImage.Of(kept.Session)))],
        _series is var (series, before) ? new(before, SeriesImage.Of(series)) : null,
        _talk);
}
