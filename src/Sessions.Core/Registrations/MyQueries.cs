using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.Outbox;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>What a personal link shows.</summary>
public sealed class MyQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal MyQueries(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <returns>Null for a link that is not open.</returns>
    public async Task<MyPage?> My(string token, Instant now)
    {
        await using var db = _database.Read();
        if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My) is not { } person) return null;
        var places = await db.Registrations.Include(r => r.Session!.Series)
            .Where(r => r.PersonId == person.Id && r.State != RegistrationState.Withdrawn)
            .Select(r => new
            {
                Place = r,
                Ahead = db.Registrations.Count(o => o.SessionId == r.SessionId && o.State == RegistrationState.Waitlisted && o.Order < r.Order),
            }).ToListAsync();
        var questions = await QuestionRows.Open(db, person.Id);
        var entries = await EntriesToCome(db, person.Id, now);
        var rows = places.OrderBy(p => p.Place.Session!.SortDate).ThenBy(p => p.Place.Session!.When.Start)
            .Select(p => Row(p.Place, person, p.Place.State == RegistrationState.Waitlisted ? p.Ahead + 1 : null, now) with { Questions = questions.GetValueOrDefault(p.Place.SessionId), EntryComesAt = EntryComesAt(p.Place, entries) }).ToList();
        return new(token, person.Address!, _links.Token(LinkPurpose.Feed, person.Id, person.LinkGeneration), person.NewsStoppedAt is null,
            [.. rows.Where(r => !r.IsOver)], [.. Enumerable.Reverse(rows).Where(r => r.IsOver)])
        {
            Standing = await db.Standing.Where(s => s.PersonId == person.Id && s.LeftAt == null).OrderBy(s => s.Series!.Name)
                .Select(s => new MySeries(s.Id, s.Series!.Slug, s.Series.Name)).ToListAsync(),
            Followed = await db.Followers.Where(f => f.PersonId == person.Id && f.StoppedAt == null).OrderBy(f => f.Series!.Name)
                .Select(f => new MySeries(f.Id, f.Series!.Slug, f.Series.Name)).ToListAsync(),
        };
    }

    /// <returns>Null for a link that is not open, or of an address that wants nothing from here.</returns>
    public async Task<KnownVisitor?> Known(string token, Guid seriesId, Guid? sessionId)
    {
        await using var db = _database.Read();
        if (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My) is not { Address: { } address, BlockedAt: null } person) return null;
        var place = await db.Registrations.FirstOrDefaultAsync(r => r.SessionId == sessionId && r.PersonId == person.Id && r.State != RegistrationState.Withdrawn);
        return new(token, address, place?.State, await db.Standing.AnyAsync(s => s.SeriesId == seriesId && s.PersonId == person.Id && s.LeftAt == null),
            await db.Followers.AnyAsync(f => f.SeriesId == seriesId && f.PersonId == person.Id && f.StoppedAt == null))
        {
            QuestionsToken = place is not null && await QuestionRows.Open(db, place) > 0 ? _links.Join(place, person) : null,
        };
    }

    /// <summary>The address that a personal link was sent to; null for a link that is not open.</summary>
    public async Task<string?> Address(string token)
    {
        await using var db = _database.Read();
        return (await PersonalLinkRows.Open(db, _links, token, LinkPurpose.My))?.Address;
    }

    /// <returns>Null for a link that is not open.</returns>
    public async Task<JoinPage?> Join(string token, Instant now)
    {
        await using var db = _database.Read();
        if (await PersonalLinkRows.OpenJoin(db, _links, token) is not { } place) return null;
        var venue = place.Session!.Place;
        return new(token, Row(place, place.Person!, null, now) with { EntryComesAt = EntryComesAt(place, await EntriesToCome(db, place.PersonId, now)) }, RoomHours.Of(place.Session.When), now, venue.RoomLink is not null, venue.StreamLink, venue.Address);
    }

    /// <summary>Is this link open? For the pages that only ask before they act.</summary>
    public async Task<bool> IsOpen(string token, LinkPurpose purpose)
    {
        await using var db = _database.Read();
        return await PersonalLinkRows.Open(db, _links, token, purpose) is not null;
    }

    /// <summary>By place: what is still to be written says when it comes; all else stands in the calendar.</summary>
    private static Task<Dictionary<Guid, Instant>> EntriesToCome(SessionsDb db, Guid personId, Instant now) => db.Outbox
        .Where(m => m.PersonId == personId && m.Kind == RegistrationMail.Invited && m.State == OutboxState.Waiting && m.MessageId == null && m.DueAt > now)
        .GroupBy(m => m.SubjectId).Select(g => new { g.Key, At = g.Min(m => m.DueAt) }).ToDictionaryAsync(m => m.Key, m => m.At);

    private static Instant? EntryComesAt(Registration place, Dictionary<Guid, Instant> entries) =>
        place.State == RegistrationState.Confirmed && entries.TryGetValue(place.Id, out var at) ? at : null;

    private MyPlace Row(Registration place, Person owner, int? inLine, Instant now)
    {
        var session = place.Session!;
        return new(place.Id, session.Series!.Slug, session.Slug, session.Series.Name, session.Number, session.Title, session.When, session.IsCancelled,
            now >= session.When.OverAt, place.State, inLine, _links.Join(place, owner), RoomHours.Of(session.When).Opens)
        {
            OfferEndsAt = place.OfferEndsAt,
            Address = session.Place.Address,
            CheckInToken = place.State == RegistrationState.Confirmed && !session.IsCancelled && session.Place.Address is not null && now < session.When.OverAt ? _links.CheckIn(place, owner) : null,
        };
    }
}
