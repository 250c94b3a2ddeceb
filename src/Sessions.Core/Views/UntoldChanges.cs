using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>Moves and cancellations that nobody was told of yet: within these minutes more changes of the same session become the same mail.</summary>
public sealed class UntoldChanges
{
    private readonly Database _database;

    internal UntoldChanges(Database database) => _database = database;

    /// <summary>Of the person's own series, the next one first.</summary>
    public async Task<IReadOnlyList<UntoldChange>> Of(Actor who)
    {
        await using var db = _database.Read();
        var own = who.Series.Where(id => who.May(Act.ReadMail, id)).ToList();
        var all = who.IsAdmin && Rights.Allow(Role.Admin, Act.ReadMail);
        var found = await db.Notices.Where(n => n.Kind == SessionChangeWriter.NoticeKind && n.DoneAt == null && n.Cursor == null)
            .Join(db.Sessions, n => n.SubjectId, s => s.Id, (n, s) => new { n.DueAt, Session = s })
            .Where(f => all || own.Contains(f.Session.SeriesId)).OrderBy(f => f.DueAt)
            .Select(f => new { f.DueAt, f.Session.Id, f.Session.SeriesId, Series = f.Session.Series!.Name, f.Session.Number, f.Session.Title, f.Session.When, f.Session.CancelledAt }).ToListAsync();
        var changes = new List<UntoldChange>(found.Count);
        foreach (var one in found)
            changes.Add(new(one.Id, one.SeriesId, one.Series, one.Number, one.Title, one.When, one.CancelledAt is not null, one.DueAt, (await SessionChangeRows.Recipients(db, one.Id)).Count, who.May(Act.MoveSession, one.SeriesId)));
        return changes;
    }
}

/// <param name="DueAt">When its mails are written.</param>
/// <param name="People">Who is told, unless their calendar is right already.</param>
public sealed record UntoldChange(Guid SessionId, Guid SeriesId, string Series, int? Number, string? Title, SessionTime When, bool IsCancelled, Instant DueAt, int People, bool MayHasten);
