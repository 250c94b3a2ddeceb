using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;

namespace Sessions.Registrations;

/// <summary>What a person is asked about one session, and what they said.</summary>
internal static class QuestionRows
{
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
    public static Task<int> Open(SessionsDb db, Registration place) =>
        Asked(db, place.Session!.SeriesId, place.SessionId).CountAsync(q => !Answers(db, place.PersonId, place.SessionId).Any(a => a.QuestionId == q.Id));
}
