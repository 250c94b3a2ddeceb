using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Speakers;

namespace Sessions.Workflows;

/// <summary>
/// Takes a person out of the rows of a series. Places, ticks and marks stay, so that every total stays what it was, with somebody in the person's
/// stead who has a random number and nothing else, another one in each series.
/// </summary>
internal static class ForgottenRows
{
    /// <param name="isErasure">At the person's own wish: what they wrote goes too.</param>
    public static async Task InSeries(SessionsDb db, Person person, Guid seriesId, bool isErasure, Instant now)
    {
        await One(db, person, seriesId, isErasure, now);
        foreach (var other in await Others(db, person)) await One(db, other, seriesId, isErasure, now);
    }

    /// <summary>Addresses that lead to this person.</summary>
    public static Task<List<Person>> Others(SessionsDb db, Person person) => db.People.Where(p => p.MergedIntoId == person.Id).ToListAsync();

    private static async Task One(SessionsDb db, Person person, Guid seriesId, bool isErasure, Instant now)
    {
        var nobody = Person.Nobody(now);
        var places = await db.Registrations.Where(r => r.PersonId == person.Id && r.Session!.SeriesId == seriesId).ToListAsync();
        var standing = await db.Standing.Where(s => s.PersonId == person.Id && s.SeriesId == seriesId).ToListAsync();
        var followed = await db.Followers.Where(f => f.PersonId == person.Id && f.SeriesId == seriesId).ToListAsync();
        var answers = await db.QuestionAnswers.Include(a => a.Question).Where(a => a.PersonId == person.Id && a.Question!.SeriesId == seriesId).ToListAsync();
        if (places.Count + standing.Count + followed.Count + answers.Count > 0) db.Add(nobody);
        foreach (var place in places) place.PersonId = nobody.Id;
        foreach (var one in standing) one.PersonId = nobody.Id;
        foreach (var one in followed) one.PersonId = nobody.Id;
        foreach (var answer in answers)
            // Words may say who they are of, and a consent of nobody is none.
            if (isErasure || answer.Question!.Kind is QuestionKind.Short or QuestionKind.Long or QuestionKind.Consent) db.Remove(answer);
            else answer.PersonId = nobody.Id;
        if (isErasure)
        {
            var ids = places.ConvertAll(p => p.Id);
            foreach (var said in await db.Feedback.Where(f => ids.Contains(f.RegistrationId)).ToListAsync()) said.Comment = null;
        }

        db.RemoveRange(await db.PersonNotes.Where(n => n.PersonId == person.Id && n.SeriesId == seriesId).ToListAsync());
        db.RemoveRange(await db.CalendarEntries.Where(e => e.PersonId == person.Id && db.Sessions.Any(s => s.Id == e.SessionId && s.SeriesId == seriesId)).ToListAsync());
        db.RemoveRange(await db.RecurringEntries.Where(e => e.PersonId == person.Id && e.SeriesId == seriesId).ToListAsync());
        await Letters(db, person, seriesId);
        foreach (var report in await db.Reports.Where(r => r.ReplyTo != null && r.ReplyTo == person.Address && db.Sessions.Any(s => s.Id == r.SessionId && s.SeriesId == seriesId)).ToListAsync()) report.ReplyTo = null;
        await Mails(db, person, nobody.Id, seriesId);
        await Trail(db, seriesId, person, isErasure);
    }

    /// <summary>Of the mails to a person stays that they were sent.</summary>
    /// <param name="seriesId">Null takes what belongs to no series.</param>
    public static async Task Mails(SessionsDb db, Person person, Guid nobody, Guid? seriesId)
    {
        var mails = await db.Outbox.Include(m => m.Body).Where(m => m.PersonId == person.Id && m.SeriesId == seriesId).ToListAsync();
        db.RemoveRange(mails.Select(m => m.Body).OfType<Outbox.OutboxBody>());
        foreach (var mail in mails) mail.Forget(nobody);
    }

    /// <summary>What came from a person, or from their address.</summary>
    /// <param name="seriesId">Null takes what belongs to no series.</param>
    public static async Task Letters(SessionsDb db, Person person, Guid? seriesId) => db.RemoveRange(
        await db.InboundMail.Where(m => m.SeriesId == seriesId && (m.PersonId == person.Id || (m.From != null && m.From == person.Address))).ToListAsync());

    /// <summary>What they told about archives. A use that is counted stays as the number that it is.</summary>
    public static async Task Reports(SessionsDb db, Person person)
    {
        if (person.Address is not { } address) return;
        foreach (var report in await db.Reports.Where(r => r.ReplyTo == address).ToListAsync())
            if (report is { Kind: ReportKind.Used, State: ReportState.Accepted }) (report.ReplyTo, report.Words, report.Url) = (null, "", null);
            else db.Remove(report);
    }

    /// <summary>Where resources lead to them, or to their mailbox.</summary>
    public static async Task Resources(SessionsDb db, Person person)
    {
        if (person.Address is not null) await NamedRows.Forget(db, person);
    }

    /// <summary>A name is what its bearer typed, so that nothing written before they came is touched by it.</summary>
    /// <param name="seriesId">Null looks through what belongs to no series.</param>
    public static async Task Trail(SessionsDb db, Guid? seriesId, Person person, bool withName)
    {
        if (person.Address is { } address)
            foreach (var entry in await Holding(db.Audit.Where(a => a.SeriesId == seriesId), address).ToListAsync()) entry.Forget(address);
        if (withName && person.Name is { Length: > 2 } name)
            foreach (var entry in await Holding(db.Audit.Where(a => a.SeriesId == seriesId && a.At >= person.CreatedAt), name).ToListAsync()) entry.Forget(name);
    }

    /// <summary>In any case of letters, as far as the database knows them.</summary>
    private static IQueryable<AuditEntry> Holding(IQueryable<AuditEntry> entries, string word)
    {
        var low = word.ToLowerInvariant();
#pragma warning disable CA1862 // The database does it, in the one way that both know.
        return entries.Where(a => a.Text.Contains(word) || a.Text.ToLower().Contains(low));
#pragma warning restore CA1862
    }

    /// <summary>Takes the row of a person away that nothing needs any more: no series, no talk, no rights, and no word that they want no mail.</summary>
    /// <param name="done">The series whose rows the same write takes them out of.</param>
    public static async Task Remove(SessionsDb db, Person person, IReadOnlyCollection<Guid> done)
    {
        if (person.BlockedAt is not null || await IsNeeded(db, person.Id, done)) return;
        db.RemoveRange(await db.OneTimeLinks.Where(l => l.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await Others(db, person));
        // Whoever stands in their place by now has to be seen before what is theirs goes along with the row.
        db.ChangeTracker.DetectChanges();
        db.Remove(person);
    }

    public static async Task<bool> IsNeeded(SessionsDb db, Guid id, IReadOnlyCollection<Guid> done) =>
        await db.Registrations.AnyAsync(r => r.PersonId == id && !done.Contains(r.Session!.SeriesId))
        || await db.Standing.AnyAsync(s => s.PersonId == id && !done.Contains(s.SeriesId))
        || await db.Followers.AnyAsync(f => f.PersonId == id && !done.Contains(f.SeriesId))
        || await db.QuestionAnswers.AnyAsync(a => a.PersonId == id && !done.Contains(a.Question!.SeriesId))
        || await db.Appearances.AnyAsync(a => a.PersonId == id) || await db.HostGrants.AnyAsync(g => g.PersonId == id)
        || (await db.Proposals.Where(p => p.PersonId == id).ToListAsync()).Exists(p => db.Entry(p).State != EntityState.Deleted)
        || await db.ApiTokens.AnyAsync(t => t.PersonId == id) || await db.Credentials.AnyAsync(c => c.PersonId == id);
}
