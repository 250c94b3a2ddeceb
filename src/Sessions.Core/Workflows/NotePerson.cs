using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;
using Sessions.Views;

namespace Sessions.Workflows;

/// <summary>Notes of hosts about people of their series; the hosts of other series don't see them.</summary>
public sealed class NotePerson
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal NotePerson(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task<Answer<Guid, NoteRefusal>> Add(Actor who, Guid personId, Guid seriesId, string? text)
    {
        if (!who.May(Act.SeeAddresses, seriesId)) return NoteRefusal.NotAllowed;
        if (TypedText.Lines(text) is not { } words) return NoteRefusal.TextMissing;
        if (words.Length > PersonNote.LongestText) return NoteRefusal.TooLong;
        return await _database.Write<Answer<Guid, NoteRefusal>>(async db =>
        {
            if (!await db.Series.AnyAsync(s => s.Id == seriesId) || !await db.People.AnyAsync(p => p.Id == personId && p.ForgottenAt == null)) return NoteRefusal.NotFound;
            // Nobody is written about whom the series never met.
            if (!await MetRows.SeriesOf(db, personId).ContainsAsync(seriesId)) return NoteRefusal.NotFound;
            if (await db.PersonNotes.CountAsync(n => n.PersonId == personId && n.SeriesId == seriesId) >= PersonNote.Most) return NoteRefusal.TooMany;
            return db.Add(new PersonNote { PersonId = personId, SeriesId = seriesId, ById = who.PersonId, Text = words, At = _time.Now() }).Entity.Id;
        }, RowLocks.Person(personId));
    }

    public Task<NoteRefusal?> Remove(Actor who, Guid id) => _database.Write<NoteRefusal?>(async db =>
    {
        if (await db.PersonNotes.FirstOrDefaultAsync(n => n.Id == id) is not { } note) return NoteRefusal.NotFound;
        if (!who.May(Act.SeeAddresses, note.SeriesId)) return NoteRefusal.NotAllowed;
        db.Remove(note);
        return null;
    });
}

public enum NoteRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    TextMissing = 3,
    TooLong = 4,
    TooMany = 5,
}
