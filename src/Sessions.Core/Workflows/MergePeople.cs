using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Workflows;

/// <summary>
/// Puts two addresses of one person together: one is kept, the other leads to it from now on. Entries leave the calendar of the other and come
/// to the one that is kept. It can't be undone.
/// </summary>
public sealed class MergePeople
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MergePeople(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What would happen, and nothing of it.</summary>
    public Task<Answer<Merged, MergeRefusal>> Preview(Actor who, Guid kept, Guid other) => Run(who, kept, other, rehearse: true);

    public Task<Answer<Merged, MergeRefusal>> Save(Actor who, Guid kept, Guid other) => Run(who, kept, other, rehearse: false);

    private async Task<Answer<Merged, MergeRefusal>> Run(Actor who, Guid kept, Guid other, bool rehearse)
    {
        if (!who.May(Act.ErasePerson)) return MergeRefusal.NotAllowed;
        if (kept == other) return MergeRefusal.SamePerson;
        for (; ; )
        {
            var sessions = await Held(other);
            Task<Answer<Merged, MergeRefusal>?> Act(SessionsDb db) => Merge(db, who, kept, other, sessions);
            var done = rehearse ? await _database.Rehearse(Act) : await _database.Write(Act, RowLocks.Session(sessions).And(RowLocks.Person(kept, other)));
            if (done is { } answer) return answer;
        }
    }

    private async Task<List<Guid>> Held(Guid other)
    {
        await using var db = _database.Read();
        return await db.Registrations.Where(r => r.PersonId == other).Select(r => r.SessionId).ToListAsync();
    }

    /// <returns>Null where a place was taken after the look at what to lock.</returns>
    private async Task<Answer<Merged, MergeRefusal>?> Merge(SessionsDb db, Actor who, Guid keptId, Guid otherId, List<Guid> locked)
    {
        var now = _time.Now();
        var people = await db.People.Where(p => (p.Id == keptId || p.Id == otherId) && p.ForgottenAt == null && p.MergedIntoId == null).ToListAsync();
        if (people.Find(p => p.Id == keptId) is not { } kept || people.Find(p => p.Id == otherId) is not { } other) return (Answer<Merged, MergeRefusal>)MergeRefusal.NotFound;
        if (await Refuses(db, kept, other) is { } no) return (Answer<Merged, MergeRefusal>)no;
        if (await db.Registrations.AnyAsync(r => r.PersonId == otherId && !locked.Contains(r.SessionId))) return null;
        var (places, mails) = await MergedPlaces.Of(db, kept, other, now);
        await MergedPlaces.Series(db, kept, other, now);
        var talks = await Rest(db, kept, other);
        kept.Name ??= other.Name;
        kept.Line ??= other.Line;
        kept.Bio ??= other.Bio;
        kept.Links ??= other.Links;
        (kept.Pronouns, kept.NameSaid, kept.Organisation) = (kept.Pronouns ?? other.Pronouns, kept.NameSaid ?? other.NameSaid, kept.Organisation ?? other.Organisation);
        kept.ShowsPage |= other.ShowsPage;
        (other.Pronouns, other.NameSaid, other.Organisation, other.ShowsPage) = (null, null, null, false);
        kept.NewsStoppedAt ??= other.NewsStoppedAt;
        kept.CalendarVersion++;
        (other.MergedIntoId, other.Name, other.Line, other.Bio, other.Links) = (kept.Id, null, null, null, null);
        // What opened the other's page opens nothing; joining links in mails of before open the same places.
        other.LinkGeneration++;
        db.Add(new AuditEntry { At = now, ActorId = who.PersonId, Text = "Put two addresses of one person together" });
        return (Answer<Merged, MergeRefusal>)new Merged(kept.Address, other.Address, places, talks, mails);
    }

    private static async Task<MergeRefusal?> Refuses(SessionsDb db, Person kept, Person other)
    {
        if (kept.Address is null) return MergeRefusal.NoAddress;
        if (kept.BlockedAt is not null || other.BlockedAt is not null) return MergeRefusal.Blocked;
        if (await db.HostGrants.AnyAsync(g => g.PersonId == other.Id)) return MergeRefusal.RunsSeries;
        return await db.Appearances.AnyAsync(a => a.PersonId == other.Id && db.Appearances.Any(b => b.PersonId == kept.Id && b.SessionId == a.SessionId)) ? MergeRefusal.BothSpeak : null;
    }

    /// <summary>Talks, answers, notes, photo and the record of mails.</summary>
    private static async Task<int> Rest(SessionsDb db, Person kept, Person other)
    {
        var talks = await db.Appearances.Where(a => a.PersonId == other.Id).ToListAsync();
        foreach (var talk in talks) talk.PersonId = kept.Id;
        if (kept.Slug is null) (kept.Slug, other.Slug) = (other.Slug, null);
        foreach (var answer in await db.QuestionAnswers.Where(a => a.PersonId == other.Id).ToListAsync()) answer.PersonId = kept.Id;
        foreach (var proposal in await db.Proposals.Where(p => p.PersonId == other.Id).ToListAsync()) proposal.PersonId = kept.Id;
        foreach (var consent in await db.Consents.Where(c => c.PersonId == other.Id).ToListAsync()) consent.PersonId = kept.Id;
        foreach (var note in await db.PersonNotes.Where(n => n.PersonId == other.Id).ToListAsync()) note.PersonId = kept.Id;
        foreach (var mail in await db.Outbox.Where(m => m.PersonId == other.Id && m.SentAt != null).ToListAsync()) mail.PersonId = kept.Id;
        if (await db.Photos.FirstOrDefaultAsync(p => p.PersonId == other.Id) is not { } photo) return talks.Count;
        if (kept.PhotoTag is null)
        {
            db.Add(new Photo { PersonId = kept.Id, Bytes = photo.Bytes });
            kept.PhotoTag = other.PhotoTag;
        }

        db.Remove(photo);
        other.PhotoTag = null;
        return talks.Count;
    }
}

/// <param name="Kept">The address that stays.</param>
/// <param name="Places">Sessions that go over to it.</param>
/// <param name="Mails">How many mails tell of it, to both addresses.</param>
public sealed record Merged(string? Kept, string? Other, int Places, int Talks, int Mails);

public enum MergeRefusal
{
    NotAllowed = 1,
    NotFound = 2,
    SamePerson = 3,

    /// <summary>The one that is kept has to have one.</summary>
    NoAddress = 4,

    /// <summary>One of them said "this was not me".</summary>
    Blocked = 5,

    /// <summary>The other has rights in the console.</summary>
    RunsSeries = 6,

    /// <summary>Both are on the programme of one session.</summary>
    BothSpeak = 7,
}
