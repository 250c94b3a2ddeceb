using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Speakers;

/// <summary>A host's acts on the programme of one session.</summary>
public sealed class SpeakerService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SpeakerService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Names a speaker and, with an address, asks them once the session is public and to come.</summary>
    /// <returns>The id of the appearance.</returns>
    public async Task<Answer<Guid, SpeakerRefusal>> Add(Actor who, Guid sessionId, string? name, string? address, AppearanceRole role = AppearanceRole.Speaker)
    {
        var (called, reached) = (TypedText.Line(name), TypedText.Line(address));
        if (called is null && reached is null) return SpeakerRefusal.NameMissing;
        if (called?.Length > TalkForm.LongestName) return SpeakerRefusal.NameTooLong;
        if (reached is not null && !EmailAddress.TryParse(reached, out _, out _)) return SpeakerRefusal.NotAnAddress;
        if (!Enum.IsDefined(role)) return SpeakerRefusal.RoleUnknown;
        return await _database.Write<Answer<Guid, SpeakerRefusal>>(async db =>
        {
            var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId);
            if (session is null || !who.May(Act.AskSpeaker, session.SeriesId)) return SpeakerRefusal.NotAllowed;
            var now = _time.Now();
            var appearance = await ProgrammeWriter.Add(db, session, new LineSpeaker(called, reached), now);
            if (db.Entry(appearance).State != EntityState.Added) return SpeakerRefusal.AlreadyOnProgramme;
            appearance.Role = role;
            if (appearance.HasTalk) session.SpeakersToBeConfirmed = false;
            Note(db, who, session, now, $"Put {called ?? reached} on the programme");
            return appearance.Id;
        }, RowLocks.Session(sessionId));
    }

    /// <summary>Takes a speaker off; their link dies, and what they handed in is no longer public.</summary>
    public Task<SpeakerRefusal?> Remove(Actor who, Guid appearanceId) => OnProgramme(who, appearanceId, async (db, appearance, session, now) =>
    {
        foreach (var item in await db.Resources.Where(r => r.AppearanceId == appearanceId).ToListAsync()) item.IsPublic = false;
        foreach (var item in await db.Recordings.Where(r => r.AppearanceId == appearanceId).ToListAsync()) item.IsPublic = false;
        await ProgrammeWriter.Release(db, session, appearance, now);
        db.Remove(appearance);
        Note(db, who, session, now, $"Took {appearance.Person!.DisplayName} off the programme");
        return null;
    });

    /// <summary>Speaker, chair, opener or producer; no mail tells them.</summary>
    public async Task<SpeakerRefusal?> SetRole(Actor who, Guid appearanceId, AppearanceRole role) => !Enum.IsDefined(role)
        ? SpeakerRefusal.RoleUnknown
        : await OnProgramme(who, appearanceId, (db, appearance, session, now) =>
        {
            if (appearance.Role == role) return Task.FromResult<SpeakerRefusal?>(null);
            appearance.Role = role;
            Note(db, who, session, now, $"Made {appearance.Person!.DisplayName} the {role.ToString().ToLowerInvariant()}");
            return Task.FromResult<SpeakerRefusal?>(null);
        });

    /// <summary>Says that something is not needed of a speaker, or takes that back; nothing is sent.</summary>
    public async Task<SpeakerRefusal?> Excuse(Actor who, Guid appearanceId, TalkItem item, bool isExcused) => !Enum.IsDefined(item)
        ? SpeakerRefusal.ItemUnknown
        : await OnProgramme(who, appearanceId, (db, appearance, session, now) =>
        {
            var wanted = isExcused ? appearance.Excused.With(item) : appearance.Excused.Without(item);
            if (appearance.Excused == wanted) return Task.FromResult<SpeakerRefusal?>(null);
            appearance.Excused = wanted;
            Note(db, who, session, now, $"{(isExcused ? "Excused" : "Asks again for")} {ItemName(item)} of {appearance.Person!.DisplayName}");
            return Task.FromResult<SpeakerRefusal?>(null);
        });

    /// <summary>Sends the same link again; somebody who declined is asked anew.</summary>
    public Task<SpeakerRefusal?> AskAgain(Actor who, Guid appearanceId) => OnProgramme(who, appearanceId, async (db, appearance, session, now) =>
    {
        if (appearance.Person!.Address is null) return SpeakerRefusal.NoAddress;
        if (!await ProgrammeWriter.AskAgain(db, session, appearance, now)) return SpeakerRefusal.NotAsking;
        Note(db, who, session, now, $"Asked {appearance.Person.DisplayName} again");
        return null;
    });

    /// <summary>Every link sent so far to this speaker for this session stops working.</summary>
    public Task<SpeakerRefusal?> RevokeLink(Actor who, Guid appearanceId) => OnProgramme(who, appearanceId, (db, appearance, session, now) =>
    {
        appearance.LinkGeneration++;
        Note(db, who, session, now, $"Revoked the link of {appearance.Person!.DisplayName}");
        return Task.FromResult<SpeakerRefusal?>(null);
    });

    private Task<SpeakerRefusal?> OnProgramme(Actor who, Guid appearanceId, Func<SessionsDb, Appearance, Session, Instant, Task<SpeakerRefusal?>> act) =>
        _database.Write(async db =>
        {
            var appearance = await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == appearanceId);
            if (appearance is null) return SpeakerRefusal.NotFound;
            var session = await db.Sessions.SingleAsync(s => s.Id == appearance.SessionId);
            return who.May(Act.AskSpeaker, session.SeriesId) ? await act(db, appearance, session, _time.Now()) : SpeakerRefusal.NotAllowed;
        });

    private static string ItemName(TalkItem item) => item switch
    {
        TalkItem.Answer => "the answer",
        TalkItem.Title => "the title",
        TalkItem.Abstract => "the abstract",
        TalkItem.AboutYou => "the lines about the person",
        TalkItem.Photo => "the photo",
        TalkItem.Slides => "the slides",
        _ => "consent and licence",
    };

    private static void Note(SessionsDb db, Actor who, Session session, Instant now, string text) => db.Add(new AuditEntry
    {
        At = now,
        ActorId = who.PersonId,
        SeriesId = session.SeriesId,
        SessionId = session.Id,
        Text = text,
    });
}
