using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Registrations;

/// <summary>What a person is asked about one session, and what they said.</summary>
internal static class QuestionRows
{
    // Asked for each mail about a place.
    private static readonly Compiled<Func<SessionsDb, Guid, Guid, Guid, Task<int>>> OpenOf = new(() =>
        EF.CompileAsyncQuery((SessionsDb db, Guid series, Guid session, Guid person) => db.Questions.Count(q => q.SeriesId == series && (q.SessionId == null || q.SessionId == session) && q.RemovedAt == null
            && !db.QuestionAnswers.Any(a => a.QuestionId == q.Id && a.PersonId == person && (a.SessionId == null || a.SessionId == session)))));

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
    /// <param name="place">With its session.</param>
    public static Task<int> Open(SessionsDb db, Registration place) => OpenOf.For(db)(db, place.Session!.SeriesId, place.SessionId, place.PersonId);
}
