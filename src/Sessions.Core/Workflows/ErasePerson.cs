using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Views;

namespace Sessions.Workflows;

/// <summary>
/// Erases a person, at their own wish after a fresh proof, or by an admin: places to come are given up, mails that wait are not sent, and what is past
/// counts on without them. A talk that was given stays with the name it was given under, for as long as its session shows it.
/// </summary>
public sealed class ErasePerson
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly FileStore _files;

    internal ErasePerson(Database database, TimeProvider time, FileStore files) => (_database, _time, _files) = (database, time, files);

    /// <param name="token">Of the fresh proof; spent by it.</param>
    public async Task<Answer<bool, ErasureRefusal>> Save(string token)
    {
        Guid? id;
        await using (var look = _database.Read()) id = (await OneTimeLinkRows.Find(look, token, OneTimePurpose.OwnData, _time.Now()))?.PersonId;
        return id is not { } person ? ErasureRefusal.LinkNotOpen : await Run(person, async db =>
        {
            if (await OneTimeLinkRows.Find(db, token, OneTimePurpose.OwnData, _time.Now()) is not { } link) return ErasureRefusal.LinkNotOpen;
            link.UsedAt = _time.Now();
            return null;
        }, by: null);
    }

    /// <summary>For somebody who can't or won't do it by the link.</summary>
    public async Task<Answer<bool, ErasureRefusal>> ByAdmin(Actor who, Guid personId) => who.May(Act.ErasePerson)
        ? await Run(personId, _ => Task.FromResult<ErasureRefusal?>(null), who.PersonId)
        : ErasureRefusal.NotAllowed;

    private async Task<Answer<bool, ErasureRefusal>> Run(Guid personId, Func<SessionsDb, Task<ErasureRefusal?>> open, Guid? by)
    {
        for (; ; )
        {
            var sessions = await Held(personId);
            var done = await _database.Write(db => Erase(db, personId, sessions, open, by), RowLocks.Session(sessions).And(RowLocks.Person(personId)));
            if (done is not { } erased) continue;
            foreach (var file in erased.Files) _files.Delete(file);
            return erased.No is { } no ? no : true;
        }
    }

    private async Task<List<Guid>> Held(Guid person)
    {
        await using var db = _database.Read();
        return await db.Registrations.Where(r => r.PersonId == person && r.State != RegistrationState.Withdrawn).Select(r => r.SessionId).ToListAsync();
    }

    /// <returns>Null where a place was taken after the look at what to lock.</returns>
    private async Task<Erased?> Erase(SessionsDb db, Guid id, List<Guid> locked, Func<SessionsDb, Task<ErasureRefusal?>> open, Guid? by)
    {
        var now = _time.Now();
        if (await open(db) is { } closed) return new(closed, []);
        if (await db.People.FirstOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null && p.MergedIntoId == null) is not { } person) return new(ErasureRefusal.NotFound, []);
        if (await db.HostGrants.AnyAsync(g => g.PersonId == id)) return new(ErasureRefusal.RunsSeries, []);
        var places = await db.Registrations.Include(r => r.Session).Where(r => r.PersonId == id && r.State != RegistrationState.Withdrawn).ToListAsync();
        if (places.Exists(p => !locked.Contains(p.SessionId))) return null;
        foreach (var place in places.Where(p => !(p.Session!.When.OverAt <= now))) await WithdrawalWriter.Of(db, place, person, now);
        var series = await Series(db, id);
        foreach (var standing in await db.Standing.Where(s => s.PersonId == id).ToListAsync()) standing.Leave(now);
        foreach (var follower in await db.Followers.Where(f => f.PersonId == id).ToListAsync()) follower.Stop(now);
        var (talksStay, files) = await ErasedTalks.Of(db, person, now);
        foreach (var one in series) await ForgottenRows.InSeries(db, person, one, isErasure: true, now);
        var nobody = Guid.NewGuid();
        await ForgottenRows.Mails(db, person, nobody, null);
        await ForgottenRows.Letters(db, person, null);
        await ForgottenRows.Reports(db, person);
        await ForgottenRows.Resources(db, person);
        await ForgottenRows.Trail(db, null, person, withName: true);
        await Own(db, person, talksStay, now);
        foreach (var other in await ForgottenRows.Others(db, person))
        {
            await ForgottenRows.Mails(db, other, nobody, null);
            await ForgottenRows.Letters(db, other, null);
            await ForgottenRows.Reports(db, other);
            await ForgottenRows.Resources(db, other);
            await ForgottenRows.Trail(db, null, other, withName: true);
            db.RemoveRange(await db.CalendarEntries.Where(e => e.PersonId == other.Id).ToListAsync());
            db.RemoveRange(await db.RecurringEntries.Where(e => e.PersonId == other.Id).ToListAsync());
            db.Remove(other);
        }

        await ForgottenRows.Remove(db, person, series);
        db.Add(new AuditEntry { At = now, ActorId = by, Text = by is null ? "Erased somebody at their own wish" : "Erased somebody" });
        return new(null, files);
    }

    private static Task<List<Guid>> Series(SessionsDb db, Guid id) => MetRows.SeriesOf(db, id)
        .Union(db.Proposals.Where(p => p.PersonId == id && p.SeriesId != null).Select(p => p.SeriesId!.Value))
        .Union(db.QuestionAnswers.Where(a => a.PersonId == id).Select(a => a.Question!.SeriesId))
        .Union(db.Outbox.Where(m => m.PersonId == id && m.SeriesId != null).Select(m => m.SeriesId!.Value)).ToListAsync();

    /// <summary>What hangs on the person alone.</summary>
    private static async Task Own(SessionsDb db, Person person, bool keepsName, Instant now)
    {
        db.RemoveRange(await db.Photos.Where(p => p.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.SignIns.Where(s => s.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.Credentials.Where(c => c.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.ApiTokens.Where(t => t.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.FormDrafts.Where(d => d.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.CalendarEntries.Where(e => e.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.RecurringEntries.Where(e => e.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.Proposals.Where(p => p.PersonId == person.Id).ToListAsync());
        (person.Pronouns, person.NameSaid, person.Organisation) = (null, null, null);
        // Without an address they would pass for somebody whom the hosts name from a public record.
        if (!person.ShowsPage) person.Slug = null;
        (person.Line, person.Bio, person.Links, person.PhotoTag, person.ProvenAt, person.BouncedAt, person.NewsStoppedAt) = (null, null, null, null, null, null, null);
        person.LinkGeneration++;
        // Whoever said that it was not them goes on being spared: their address is what that is kept under.
        if (person.BlockedAt is null) person.Address = null;
        if (!keepsName) (person.Name, person.Slug, person.ForgottenAt) = (null, null, person.BlockedAt is null ? now : null);
    }

    private sealed record Erased(ErasureRefusal? No, IReadOnlyList<Guid> Files);
}
