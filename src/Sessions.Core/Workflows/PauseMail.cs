using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Workflows;

public enum PauseMailRefusal
{
    /// <summary>There is no such series, or not for this person.</summary>
    NotFound = 1,
    AlreadyPaused = 2,
    NotPaused = 3,
    WhyTooLong = 4,
}

/// <summary>A host holds back all mail of a series, and lets it go again.</summary>
public sealed class PauseMail
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly IStringLocalizer<PauseMail> _words;

    internal PauseMail(Database database, TimeProvider time, IStringLocalizer<PauseMail> words) => (_database, _time, _words) = (database, time, words);

    public Task<PauseMailRefusal?> Pause(Actor who, Guid series, string? why) => _database.Write<PauseMailRefusal?>(async db =>
    {
        var because = TypedText.Line(why);
        if (because?.Length > MailPause.LongestWhy) return PauseMailRefusal.WhyTooLong;
        if (!who.May(Act.PauseMail, series) || !await db.Series.AnyAsync(s => s.Id == series)) return PauseMailRefusal.NotFound;
        if (await db.MailPauses.AnyAsync(p => p.SeriesId == series)) return PauseMailRefusal.AlreadyPaused;
        var now = _time.Now();
        db.Add(new MailPause { SeriesId = series, ById = who.PersonId, At = now, Why = because });
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, SeriesId = series, Text = because is null ? _words["Paused the mail of the series"] : _words["Paused the mail of the series: {0}", because] });
        return null;
    }, RowLocks.Series(series));

    public Task<PauseMailRefusal?> Resume(Actor who, Guid series) => _database.Write<PauseMailRefusal?>(async db =>
    {
        if (!who.May(Act.PauseMail, series)) return PauseMailRefusal.NotFound;
        if (await db.MailPauses.FirstOrDefaultAsync(p => p.SeriesId == series) is not { } pause) return PauseMailRefusal.NotPaused;
        db.Remove(pause);
        db.Add(new AuditEntry { At = _time.Now(), ActorId = who.PersonId, SeriesId = series, Text = _words["Let the mail of the series leave again"] });
        return null;
    }, RowLocks.Series(series));
}
