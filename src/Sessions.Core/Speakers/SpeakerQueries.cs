using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Archive;
using Sessions.Data;
using Sessions.Mail;
using Sessions.People;

namespace Sessions.Speakers;

public sealed class SpeakerQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal SpeakerQueries(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <summary>Null for unknown, foreign, revoked and expired links alike.</summary>
    public async Task<TalkFacts?> Page(string token, Instant now)
    {
        await using var db = _database.Read();
        if (await SpeakerLinkRows.Open(db, _links, token, now) is not { } open) return null;
        var (appearance, person, session) = open;
        var items = await ArchiveQueries.Items(db, session.Id, appearance.Id);
        var others = await db.Appearances
            .Where(a => a.SessionId == session.Id && a.Id != appearance.Id && a.State != AppearanceState.Declined && a.Person!.Name != null && (a.InvitedById != appearance.Id || a.State == AppearanceState.Accepted))
            .OrderBy(a => a.Position).Select(a => a.Person!.Name!).ToListAsync();
        return new(appearance.State, appearance.DeclinedBecause, session.Series!.Name, session.Series.Hue, session.Number, session.Title, session.When,
            session.IsCancelled, session.When.OverAt <= now,
            session.PublishedAt is null || session.Series.PublishedAt is null ? null : $"/series/{session.Series.Slug}/{session.Slug}",
            Form(appearance, person),
            items, others,
            Missing.Checklist(HandedIn.Of(appearance, person, items.Count > 0, session.Series.Dues), session.When, now), appearance.SavedAt, appearance.Role)
        {
            PhotoTag = person.PhotoTag,
            CallMinutes = session.Series.Terms.CallMinutes,
            OtherSessions = await OtherDateRows.Ahead(db, session, person.Id, now),
            OtherDate = await OtherDate(db, appearance),
            Brought = await db.Appearances.Where(a => a.InvitedById == appearance.Id && a.State != AppearanceState.Declined).OrderBy(a => a.Position).Select(a => a.State == AppearanceState.Accepted ? a.Person!.Name : null).ToListAsync(),
            MayBring = appearance is { HasTalk: true, InvitedById: null } && !session.IsCancelled && !(session.When.OverAt <= now),
            Consents = await ConsentQueries.Lines(db, db.Appearances.Where(a => a.Id == appearance.Id).Select(a => a.Id)),
            PagePath = person is { ShowsPage: true, Slug: { } slug } ? $"/people/{slug}" : null,
        };
    }

    private static TalkForm Form(Appearance appearance, Person person)
    {
        // What stands on that day's line, with the organisation that belongs to it.
        var (line, organisation) = appearance.Line is null && appearance.SavedAt is null ? (person.Line, person.Organisation) : (appearance.Line, appearance.Organisation);
        var talk = appearance.Talk;
        return new(person.Name, talk.Title, talk.Abstract, SpeakerLine.Role(line, organisation), person.Bio, person.Links, talk.Licence, talk.RecordingConsentAt is not null, talk.PublishConsentAt is not null)
        {
            Organisation = organisation,
            Pronouns = person.Pronouns,
            NameSaid = person.NameSaid,
            RoomNeeds = appearance.RoomNeeds,
            ShowsPage = person.ShowsPage,
        };
    }

    private static async Task<OtherDateFacts?> OtherDate(SessionsDb db, Appearance appearance) =>
        appearance.OtherDate is { } other ? new(await OtherDateRows.Named(db, other.Ids), other.Note, other.At) : null;

    /// <summary>A file this speaker handed in, public or not.</summary>
    public async Task<FileToSend?> OwnFile(string token, Guid fileId, Instant now)
    {
        await using var db = _database.Read();
        if (await SpeakerLinkRows.Open(db, _links, token, now) is not { } open) return null;
        var mine = open.Appearance.Id;
        return await db.Files.Where(f => f.Id == fileId
                && (db.Recordings.Any(r => r.FileId == f.Id && r.AppearanceId == mine) || db.Resources.Any(r => r.FileId == f.Id && r.AppearanceId == mine)))
            .Select(f => new FileToSend(f.Id, f.Name, f.MediaType, f.Sha256, f.CreatedAt, false)).FirstOrDefaultAsync();
    }

    /// <summary>Who is on the programme and what they still owe; empty without the right to see it.</summary>
    public async Task<IReadOnlyList<ProgrammeLine>> Programme(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        var seriesId = await db.Sessions.Where(s => s.Id == sessionId).Select(s => (Guid?)s.SeriesId).FirstOrDefaultAsync();
        if (seriesId is null || !who.May(Act.ReadSeries, seriesId.Value)) return [];
        var (addresses, links) = (who.May(Act.SeeAddresses, seriesId.Value), who.May(Act.AskSpeaker, seriesId.Value));
        var rows = await db.Appearances.Include(a => a.Person).Where(a => a.SessionId == sessionId).OrderBy(a => a.Position).ToListAsync();
        var handedIn = (await db.Resources.Where(r => r.SessionId == sessionId && r.AppearanceId != null).Select(r => r.AppearanceId!.Value)
            .Concat(db.Recordings.Where(r => r.SessionId == sessionId && r.AppearanceId != null).Select(r => r.AppearanceId!.Value)).ToListAsync()).ToHashSet();
        var others = new Dictionary<Guid, OtherDateFacts?>();
        foreach (var a in rows.Where(a => a.OtherDate is not null)) others[a.Id] = await OtherDate(db, a);
        return rows.ConvertAll(a => new ProgrammeLine(a.Id, a.Person!.Name, addresses ? a.Person.Address : EmailAddress.Masked(a.Person.Address), a.State, a.AskedAt, a.AnsweredAt, a.DeclinedBecause, a.Talk.Title,
            Missing.Of(HandedIn.Of(a, a.Person, handedIn.Contains(a.Id))),
            a.SavedAt, links && a.Person.Address is null ? _links.Path(a, a.Person) : null, a.Role)
        {
            Pronouns = a.Person.Pronouns,
            NameSaid = a.Person.NameSaid,
            RoomNeeds = a.RoomNeeds,
            OtherDate = others.GetValueOrDefault(a.Id),
            InvitedBy = rows.Find(b => b.Id == a.InvitedById)?.Person!.Name,
            RecordingConsentAt = a.Talk.RecordingConsentAt,
            PublishConsentAt = a.Talk.PublishConsentAt,
        });
    }
}
