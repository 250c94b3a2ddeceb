using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Views;

/// <summary>What hosts noted of somebody, in the reader's series alone.</summary>
public sealed class PersonNotes
{
    private readonly Database _database;

    internal PersonNotes(Database database) => _database = database;

    /// <returns>Null for a reader whose series never met them.</returns>
    public async Task<NotesOfPerson?> Read(Actor who, Guid personId)
    {
        if (!who.May(Act.SeeAddresses)) return null;
        await using var db = _database.Read();
        var (all, own) = (who.IsAdmin, who.SeriesFor(Act.SeeAddresses));
        var known = MetRows.SeriesOf(db, personId);
        var met = await db.Series.Where(s => (all || own.Contains(s.Id)) && known.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new NoteSeries(s.Id, s.Name, s.Zone)).ToListAsync();
        var notes = await db.PersonNotes.Where(n => n.PersonId == personId && (all || own.Contains(n.SeriesId))).OrderByDescending(n => n.At).ThenByDescending(n => n.Id)
            .Select(n => new NoteOfPerson(n.Id, db.Series.Where(s => s.Id == n.SeriesId).Select(s => s.Name).First(), db.Series.Where(s => s.Id == n.SeriesId).Select(s => s.Zone).First(),
                db.People.Where(p => p.Id == n.ById).Select(p => p.Name ?? p.Address).FirstOrDefault(), n.Text, n.At)).ToListAsync();
        return all || met.Count > 0 ? new(met, notes) : null;
    }
}

/// <param name="Met">The reader's series that know them: a note belongs to one.</param>
/// <param name="Notes">The latest first.</param>
public sealed record NotesOfPerson(IReadOnlyList<NoteSeries> Met, IReadOnlyList<NoteOfPerson> Notes);

public sealed record NoteSeries(Guid Id, string Name, string Zone);

/// <param name="By">Who wrote it; null for somebody who is gone.</param>
public sealed record NoteOfPerson(Guid Id, string Series, string Zone, string? By, string Text, Instant At);
