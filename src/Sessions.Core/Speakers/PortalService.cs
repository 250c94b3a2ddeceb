using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>What else the bearer of a speaker's link may do: name another day, bring somebody along, keep a file back.</summary>
public sealed class PortalService
{
    /// <summary>Of one talk.</summary>
    public const int MostCoSpeakers = 4;

    private readonly Database _database;
    private readonly StandingLinks _links;
    private readonly TimeProvider _time;

    internal PortalService(Database database, StandingLinks links, TimeProvider time) => (_database, _links, _time) = (database, links, time);

    /// <summary>Neither yes nor no: on another day. Holds until the next answer.</summary>
    /// <param name="sessions">To come, in the same series; others are passed over.</param>
    /// <param name="note">In their own words; cut at <see cref="OtherDate.LongestNote"/>.</param>
    public Task<SpeakerRefusal?> ProposeDate(string token, IReadOnlyCollection<Guid> sessions, string? note) => Act(token, async (db, open, now) =>
    {
        if (open.Session.IsCancelled || open.Session.When.OverAt <= now) return SpeakerRefusal.NotAsking;
        var said = TypedText.Lines(note) is { } typed ? TypedText.Cut(typed, OtherDate.LongestNote) : null;
        var fit = (await OtherDateRows.Ahead(db, open.Session, open.Person.Id, now)).Select(s => s.Id).Where(sessions.Contains).Take(OtherDate.MostSessions).ToList();
        if (fit.Count == 0 && said is null) return SpeakerRefusal.NoDateChosen;
        open.Appearance.Propose(OtherDate.Of(fit, said, now), now);
        Note(db, open, now, $"{open.Person.DisplayName} would come on another date");
        return null;
    });

    /// <summary>Puts somebody beside them on the programme, who is asked as every speaker is; title and abstract come along.</summary>
    public async Task<SpeakerRefusal?> BringAlong(string token, string? name, string? address)
    {
        var (called, reached) = (TypedText.Line(name), TypedText.Line(address));
        await using var read = _database.Read();
        if (await SpeakerLinkRows.Open(read, _links, token, _time.Now()) is not { } known) return SpeakerRefusal.LinkNotOpen;
        return await Act(token, async (db, open, now) =>
        {
            if (called is null) return SpeakerRefusal.NameMissing;
            if (called.Length > TalkForm.LongestName) return SpeakerRefusal.NameTooLong;
            if (!EmailAddress.TryParse(reached, out var key, out _)) return SpeakerRefusal.NotAnAddress;
            var (appearance, session) = (open.Appearance, open.Session);
            // Without a day nobody is asked, and who is not asked would stand on the page at once.
            if (!appearance.HasTalk || session.IsCancelled || !session.When.IsDated || session.When.OverAt <= now || appearance.State == AppearanceState.Declined) return SpeakerRefusal.NotAsking;
            // Who was brought along brings nobody: one link must not reach any number of addresses.
            if (appearance.InvitedById is not null || await db.Appearances.CountAsync(a => a.InvitedById == appearance.Id) >= MostCoSpeakers) return SpeakerRefusal.TooManyCoSpeakers;
            // Somebody the site knows keeps their own name, also where they gave none.
            var isKnown = await db.People.AnyAsync(p => p.Address == key.Key);
            var beside = await ProgrammeWriter.Add(db, session, new LineSpeaker(isKnown ? null : called, reached), now);
            if (db.Entry(beside).State != EntityState.Added) return SpeakerRefusal.AlreadyOnProgramme;
            beside.InvitedById = appearance.Id;
            beside.Talk = new() { Title = appearance.Talk.Title, Abstract = appearance.Talk.Abstract };
            Note(db, open, now, $"{open.Person.DisplayName} asked somebody to speak with them");
            return null;
        }, RowLocks.Session(known.Session.Id));
    }

    /// <summary>Keeps one file or link back, or lets it be public, whatever holds for the others.</summary>
    public Task<SpeakerRefusal?> Release(string token, Guid itemId, bool isPublic) => Act(token, async (db, open, now) =>
    {
        var mine = open.Appearance.Id;
        var title = await db.Recordings.Where(r => r.Id == itemId && r.AppearanceId == mine).Select(r => r.Title ?? "").FirstOrDefaultAsync()
            ?? await db.Resources.Where(r => r.Id == itemId && r.AppearanceId == mine).Select(r => r.Title).FirstOrDefaultAsync();
        if (title is null) return SpeakerRefusal.NotFound;
        await ConsentWriter.Say(db, open.Appearance, new(ConsentTo.Publish, isPublic, now) { ItemId = itemId, About = title });
        var taken = await AppearanceWriter.Items(db, open.Appearance, open.Person, publish: open.Appearance.Talk.PublishConsentAt is not null, isPublic ? null : now);
        if (taken > 0) await db.OweArchiveNotice(open.Session.SeriesId, open.Session.Id, now);
        Note(db, open, now, TypedText.Cut($"{open.Person.DisplayName} {(isPublic ? "released" : "keeps back")} “{title}”", 500));
        return null;
    });

    private static void Note(SessionsDb db, SpeakerLinkRows.Opened open, Instant now, string did) => db.Add(new AuditEntry
    {
        At = now,
        ActorId = open.Person.Id,
        SeriesId = open.Session.SeriesId,
        SessionId = open.Session.Id,
        Text = did,
    });

    private Task<SpeakerRefusal?> Act(string token, Func<SessionsDb, SpeakerLinkRows.Opened, Instant, Task<SpeakerRefusal?>> act, RowLocks locks = default) => _database.Write(async db =>
    {
        var now = _time.Now();
        if (await SpeakerLinkRows.Open(db, _links, token, now) is not { } open) return SpeakerRefusal.LinkNotOpen;
        if (open.Person.Address is not null) open.Person.Answered(now);
        return await act(db, open, now);
    }, locks);
}
