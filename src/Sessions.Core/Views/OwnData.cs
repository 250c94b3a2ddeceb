using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>All that is kept of one person, for that person alone, behind a fresh proof.</summary>
public sealed class OwnData
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal OwnData(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <returns>Null for a proof that is wrong, spent or run out.</returns>
    public async Task<OwnDataFacts?> Read(string token, Instant now)
    {
        await using var db = _database.Read();
        if (await OneTimeLinkRows.Find(db, token, OneTimePurpose.OwnData, now) is not { PersonId: { } id }) return null;
        if (await db.People.FirstOrDefaultAsync(p => p.Id == id && p.Address != null) is not { } person) return null;
        var places = await db.Registrations.Include(r => r.Session!.Series).Where(r => r.PersonId == id).OrderBy(r => r.CreatedAt).ToListAsync();
        var said = await db.Feedback.Where(f => db.Registrations.Any(r => r.Id == f.RegistrationId && r.PersonId == id)).ToDictionaryAsync(f => f.RegistrationId);
        return new(person.Address!, person.Name, person.Line, person.Bio, person.Links, person.PhotoTag is not null, person.CreatedAt, person.ProvenAt, person.NewsStoppedAt,
            places.ConvertAll(p => Place(p, said.GetValueOrDefault(p.Id), now)), await Standing(db, id), await Followed(db, id), await Answers(db, id), await Talks(db, id), await Mails(db, id),
            await db.HostGrants.CountAsync(g => g.PersonId == id) > 0, await db.SignIns.Where(s => s.PersonId == id).Select(s => s.Device).ToListAsync())
        {
            Pronouns = person.Pronouns,
            NameSaid = person.NameSaid,
            Organisation = person.Organisation,
            ShowsPage = person.ShowsPage,
            Proposals = await OwnWords.Proposals(db, id),
            Consents = await OwnWords.Consents(db, id),
            Notes = await db.PersonNotes.Where(n => n.PersonId == id).OrderBy(n => n.At).Select(n => new OwnNote(n.Text, n.At)).ToListAsync(),
            Letters = await db.InboundMail.Where(m => m.PersonId == id || m.From == person.Address).OrderBy(m => m.At).Select(m => new OwnLetter(m.Subject, m.Text, m.Effect, m.At)).ToListAsync(),
            Reports = await OwnWords.Reports(db, person.Address!),
            Resources = await OwnWords.Resources(db, person),
            OtherAddresses = await db.People.Where(p => p.MergedIntoId == id && p.Address != null).Select(p => p.Address!).ToListAsync(),
            FeedToken = _links.Token(LinkPurpose.Feed, person.Id, person.LinkGeneration),
        };
    }

    private static OwnPlace Place(Registration p, Feedback? said, Instant now) => new(p.Session!.Series!.Name, p.Session.Title, p.Session.Number, p.Session.When, now < p.Session.When.OverAt || p.Session.When.OverAt is null,
        p.State, p.CreatedAt, p.StateSince, p.JoinedAt, p.TickedAt, new(SignUpPurpose.Wording(p.Purpose), p.CreatedAt), said?.Score, said?.Comment);

    private static async Task<IReadOnlyList<OwnSeries>> Standing(SessionsDb db, Guid id) =>
        (await db.Standing.Include(s => s.Series).Where(s => s.PersonId == id).OrderBy(s => s.JoinedAt).ToListAsync())
            .ConvertAll(s => new OwnSeries(s.Series!.Name, s.JoinedAt, s.LeftAt, new(SignUpPurpose.Wording(s.Purpose), s.JoinedAt)));

    private static async Task<IReadOnlyList<OwnSeries>> Followed(SessionsDb db, Guid id) =>
        (await db.Followers.Include(f => f.Series).Where(f => f.PersonId == id).OrderBy(f => f.Since).ToListAsync())
            .ConvertAll(f => new OwnSeries(f.Series!.Name, f.Since, f.StoppedAt, new(SignUpPurpose.Wording(f.Purpose), f.Since)));

    private static async Task<IReadOnlyList<OwnAnswer>> Answers(SessionsDb db, Guid id) =>
        await db.QuestionAnswers.Where(a => a.PersonId == id).OrderBy(a => a.At).Select(a => new OwnAnswer(a.Wording, a.Value, a.Question!.Kind == QuestionKind.Consent, a.At)).ToListAsync();

    private static async Task<IReadOnlyList<OwnTalk>> Talks(SessionsDb db, Guid id) =>
        (await db.Appearances.Where(a => a.PersonId == id).Join(db.Sessions.Include(s => s.Series), a => a.SessionId, s => s.Id, (Appearance, Session) => new { Appearance, Session }).ToListAsync())
            .ConvertAll(t => new OwnTalk(t.Session.Series!.Name, t.Session.Title, t.Session.When, t.Appearance.State, t.Appearance.Talk.Title, t.Appearance.Talk.Abstract, t.Appearance.Talk.Licence,
                t.Appearance.Talk.RecordingConsentAt, t.Appearance.Talk.PublishConsentAt)
            { RoomNeeds = t.Appearance.RoomNeeds, OtherDate = t.Appearance.OtherDate?.Note });

    private static async Task<IReadOnlyList<OwnMail>> Mails(SessionsDb db, Guid id) =>
        await db.Outbox.Where(m => m.PersonId == id).OrderBy(m => m.CreatedAt).Select(m => new OwnMail(m.Kind, m.Lane == 0 ? null : m.Subject, m.State, m.SentAt)).ToListAsync();
}
