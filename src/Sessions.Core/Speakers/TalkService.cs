using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Archive.Reports;
using Sessions.Data;
using Sessions.Files;
using Sessions.People;

namespace Sessions.Speakers;

/// <summary>What the bearer of a speaker's link may do: answer, and hand in.</summary>
public sealed class TalkService
{
    private readonly Database _database;
    private readonly FileStore _files;
    private readonly StandingLinks _links;
    private readonly TimeProvider _time;

    internal TalkService(Database database, FileStore files, StandingLinks links, TimeProvider time) =>
        (_database, _files, _links, _time) = (database, files, links, time);

    /// <summary>May be changed until the link expires; saying the same twice changes nothing.</summary>
    public Task<SpeakerRefusal?> Accept(string token) => Act(token, (db, open, now) =>
    {
        AppearanceWriter.Accept(db, open.Appearance, open.Session, now);
        return Task.FromResult<SpeakerRefusal?>(null);
    });

    /// <param name="because">Shown to the hosts; cut at 1,000 characters.</param>
    public Task<SpeakerRefusal?> Decline(string token, string? because) => Act(token, async (db, open, now) =>
    {
        await AppearanceWriter.Decline(db, open.Appearance, open.Session, because, now);
        return null;
    });

    /// <summary>Saves all fields or, when one has a fault, none.</summary>
    public async Task<Answer<TalkSaved, SpeakerRefusal>> Save(string token, TalkForm form)
    {
        var (faults, savedAt) = ((IReadOnlyList<TalkFault>)[], (Instant?)null);
        var no = await Act(token, async (db, open, now) =>
        {
            faults = TalkRules.Check(form, nameKnown: open.Person.Name is not null);
            savedAt = faults.Count == 0 ? now : null;
            if (savedAt is null) return null;
            var before = open.Appearance.Talk;
            TalkRules.Apply(form, open.Appearance, open.Person, now);
            await ConsentWriter.Changes(db, open.Appearance, before, now);
            var agrees = open.Appearance.Talk.PublishConsentAt is not null;
            var taken = await AppearanceWriter.Items(db, open.Appearance, open.Person, agrees, before.PublishConsentAt is not null && !agrees ? now : null);
            if (taken > 0)
            {
                db.NoteArchive(open.Person, open.Session, taken, now);
                await db.OweArchiveNotice(open.Session.SeriesId, open.Session.Id, now);
            }

            return null;
        });
        return no is null ? new TalkSaved(savedAt, faults) : no.Value;
    }

    /// <summary>Takes a file that lies in the store already, and deletes it there when the answer is no.</summary>
    public async Task<SpeakerRefusal?> AddFile(string token, SavedFile file)
    {
        var kept = false;
        try
        {
            var no = await Add(token, (db, open, label, owner, now) => db.Add(open.Session.Id, file, label with { Title = file.Name }, owner, now));
            kept = no is null;
            return no;
        }
        finally
        {
            if (!kept) _files.Delete(file.Id);
        }
    }

    /// <param name="title">Null shows the address.</param>
    public async Task<SpeakerRefusal?> AddLink(string token, string? url, string? title)
    {
        if (!WebAddress.TryRead(url, out var address)) return SpeakerRefusal.NotALink;
        var called = TypedText.Line(title) is { } given ? TypedText.Cut(given, ArchiveItem.LongestTitle) : null;
        return await Add(token, (db, open, label, owner, now) =>
            db.Add(open.Session.Id, ArchiveKind.Resource, address, label with { Title = called ?? new Uri(address).Host }, owner, now));
    }

    /// <summary>Only what this very appearance handed in.</summary>
    public async Task<SpeakerRefusal?> Remove(string token, Guid itemId)
    {
        IReadOnlyList<Guid> files = [];
        var no = await Act(token, async (db, open, _) =>
        {
            var mine = open.Appearance.Id;
            if (!await db.Recordings.AnyAsync(r => r.Id == itemId && r.AppearanceId == mine)
                && !await db.Resources.AnyAsync(r => r.Id == itemId && r.AppearanceId == mine)) return SpeakerRefusal.NotFound;
            files = (await db.RemoveItem(itemId))?.Files ?? [];
            return null;
        });
        if (no is not null) return no;
        foreach (var file in files) _files.Delete(file);
        return null;
    }

    private Task<SpeakerRefusal?> Add(string token, Action<SessionsDb, SpeakerLinkRows.Opened, ArchiveLabel, ArchiveRows.Owner, Instant> add) =>
        Act(token, async (db, open, now) =>
        {
            var (id, talk) = (open.Appearance.Id, open.Appearance.Talk);
            var count = await db.Recordings.CountAsync(r => r.AppearanceId == id) + await db.Resources.CountAsync(r => r.AppearanceId == id);
            if (count >= TalkForm.MostItems) return SpeakerRefusal.TooMany;
            var isPublic = talk.PublishConsentAt is not null && open.Appearance.IsOnProgramme;
            add(db, open, new(null, talk.Licence, TalkRules.Credit(talk, open.Person)), new(id, isPublic), now);
            open.Appearance.SavedAt = now;
            return null;
        });

    private Task<SpeakerRefusal?> Act(string token, Func<SessionsDb, SpeakerLinkRows.Opened, Instant, Task<SpeakerRefusal?>> act) => _database.Write(async db =>
    {
        var now = _time.Now();
        if (await SpeakerLinkRows.Open(db, _links, token, now) is not { } open) return SpeakerRefusal.LinkNotOpen;
        if (open.Person.Address is not null) open.Person.Answered(now);
        return await act(db, open, now);
    });
}

/// <param name="At">Null when a fault kept it from being saved.</param>
public sealed record TalkSaved(Instant? At, IReadOnlyList<TalkFault> Faults);
