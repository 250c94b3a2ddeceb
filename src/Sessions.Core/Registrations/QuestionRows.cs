using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Registrations;

/// <summary>What a person is asked about one session, and what they said.</summary>
internal static class QuestionRows
{
    // Asked for each mail about a place.
    private static readonly Func<SessionsDb, Guid, Guid?, IAsyncEnumerable<Guid>> OpenOf = Compiled.Many((SessionsDb db, Guid person, Guid? session) => db.Registrations
            .Where(r => r.PersonId == person && (session == null || r.SessionId == session) && r.State != RegistrationState.Withdrawn)
            .Join(db.Questions, r => r.Session!.SeriesId, q => q.SeriesId, (r, q) => new { r.PersonId, r.SessionId, Question = q })
            .Where(x => (x.Question.SessionId == null || x.Question.SessionId == x.SessionId) && x.Question.RemovedAt == null
                && !db.QuestionAnswers.Any(a => a.QuestionId == x.Question.Id && a.PersonId == x.PersonId && (a.SessionId == null || a.SessionId == x.SessionId)))
            .Select(x => x.SessionId));

    /// <summary>Of the series, then of the session, in their order.</summary>
    public static IQueryable<Question> Asked(SessionsDb db, Guid seriesId, Guid sessionId) => db.Questions
        .Where(q => q.SeriesId == seriesId && (q.SessionId == null || q.SessionId == sessionId) && q.RemovedAt == null)
        .OrderBy(q => q.SessionId != null).ThenBy(q => q.Position).ThenBy(q => q.Id);

    /// <summary>For a sister series.</summary>
    public static async Task Copy(SessionsDb db, Guid from, Guid to, Instant now) => db.AddRange((await db.Questions.Where(q => q.SeriesId == from && q.SessionId == null && q.RemovedAt == null).ToListAsync())
        .Select(q => new Question { SeriesId = to, Kind = q.Kind, Text = q.Text, Options = q.Options, IsOnce = q.IsOnce, Position = q.Position, CreatedAt = now }));

    public static IQueryable<QuestionAnswer> Answers(SessionsDb db, Guid personId, Guid sessionId) =>
        db.QuestionAnswers.Where(a => a.PersonId == personId && (a.SessionId == null || a.SessionId == sessionId));

    /// <summary>How many questions about their session somebody has not answered yet.</summary>
    public static async Task<int> Open(SessionsDb db, Registration place) => (await OpenOf(db, place.PersonId, place.SessionId).ToListAsync()).Count;

    /// <summary>The same for all sessions of a person that they did not leave; those without any are not in it.</summary>
    public static async Task<Dictionary<Guid, int>> Open(SessionsDb db, Guid personId) =>
        (await OpenOf(db, personId, null).ToListAsync()).CountBy(session => session).ToDictionary();
}
