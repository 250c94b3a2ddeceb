using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;
using Sessions.Scheduling;

namespace Sessions.Views;

/// <summary>Everybody who signed up for a session, to take along: as a file, on paper, as addresses.</summary>
public sealed class AttendeeList
{
    private readonly Database _database;

    internal AttendeeList(Database database) => _database = database;

    /// <returns>Null when there is no such session, or none whose people this reader may take away.</returns>
    public async Task<Attendees?> Read(Actor who, Guid id)
    {
        await using var db = _database.Read();
        var session = await db.Sessions.Where(s => s.Id == id)
            .Select(s => new { s.SeriesId, s.Slug, s.Number, s.Title, s.When, SeriesName = s.Series!.Name, SeriesSlug = s.Series.Slug }).FirstOrDefaultAsync();
        if (session is null || !who.May(Act.ExportAttendees, session.SeriesId)) return null;
        var rows = await db.Registrations.Where(r => r.SessionId == id).OrderBy(r => r.Order)
            .Select(r => new { r.Id, r.PersonId, r.Person!.Name, r.Person.Address, r.State, r.StateSince, JoinedAt = r.JoinedAt ?? r.TickedAt }).ToListAsync();
        var place = 0;
        return new(session.SeriesName, session.SeriesSlug, session.Slug, session.Number, session.Title, session.When, await AnswerRows.Of(db, session.SeriesId, id),
        [
            .. rows.Where(r => r.State == RegistrationState.Confirmed).Concat(rows.Where(r => r.State == RegistrationState.Offered)).Concat(rows.Where(r => r.State == RegistrationState.Waitlisted))
                .Concat(rows.Where(r => r.State == RegistrationState.Withdrawn).OrderByDescending(r => r.StateSince))
                .Select(r => new ListedAttendee(r.Id, r.PersonId, r.Name, r.Address, r.State, r.State == RegistrationState.Waitlisted ? ++place : null, r.StateSince, r.JoinedAt)),
        ]);
    }
}

/// <param name="People">Those with a place, the waiting list in its order, and those who left, the latest first.</param>
public sealed record Attendees(string Series, string SeriesSlug, string Slug, int? Number, string? Title, SessionTime When, IReadOnlyList<AnsweredQuestion> Questions, IReadOnlyList<ListedAttendee> People);

/// <param name="Place">In the waiting list, from 1.</param>
public sealed record ListedAttendee(Guid RegistrationId, Guid PersonId, string? Name, string? Address, RegistrationState State, int? Place, Instant Since, Instant? JoinedAt);
