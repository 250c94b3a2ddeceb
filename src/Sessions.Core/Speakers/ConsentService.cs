using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>What a speaker told a host, written down by the host.</summary>
public sealed class ConsentService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ConsentService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>On a speaker's behalf: it holds as if they had ticked it themselves, and names who wrote it down.</summary>
    /// <param name="note">How the host knows, as "by phone, today".</param>
    public async Task<SpeakerRefusal?> Say(Actor who, Guid appearanceId, ConsentTo to, bool isGiven, string? note)
    {
        if (!Enum.IsDefined(to)) return SpeakerRefusal.ConsentUnknown;
        if (TypedText.Line(note) is not { } how) return SpeakerRefusal.NoteMissing;
        if (how.Length > Consent.LongestNote) return SpeakerRefusal.TextTooLong;
        return await _database.Write<SpeakerRefusal?>(async db =>
        {
            if (await db.Appearances.Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == appearanceId) is not { } appearance) return SpeakerRefusal.NotFound;
            var session = await db.Sessions.SingleAsync(s => s.Id == appearance.SessionId);
            if (!who.May(Act.AskSpeaker, session.SeriesId)) return SpeakerRefusal.NotAllowed;
            var last = await db.Consents.Where(c => c.AppearanceId == appearanceId && c.To == to && c.ItemId == null).OrderByDescending(c => c.Number).FirstOrDefaultAsync();
            if (isGiven && to == ConsentTo.Publish && last is { IsGiven: false, ById: null }) return SpeakerRefusal.TakenBack;
            var (now, talk) = (_time.Now(), appearance.Talk);
            appearance.Talk = new Talk
            {
                Title = talk.Title,
                Abstract = talk.Abstract,
                Licence = talk.Licence,
                RecordingConsentAt = to != ConsentTo.Record ? talk.RecordingConsentAt : isGiven ? talk.RecordingConsentAt ?? now : null,
                PublishConsentAt = to != ConsentTo.Publish ? talk.PublishConsentAt : isGiven ? talk.PublishConsentAt ?? now : null,
            };
            await ConsentWriter.Say(db, appearance, new(to, isGiven, now) { ById = who.PersonId, Note = how });
            await AppearanceWriter.Items(db, appearance, appearance.Person!, publish: appearance.Talk.PublishConsentAt is not null, to == ConsentTo.Publish && !isGiven ? now : null);
            db.Add(new AuditEntry
            {
                At = now,
                ActorId = who.PersonId,
                SeriesId = session.SeriesId,
                SessionId = session.Id,
                Text = TypedText.Cut($"Wrote down that {appearance.Person!.DisplayName} {(isGiven ? "agrees" : "does not agree")} to {(to == ConsentTo.Record ? "be recorded" : "publish what they hand in")}: {how}", 500),
            });
            return null;
        });
    }
}
