using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>What people thought of a session, for its hosts.</summary>
public sealed class FeedbackView
{
    private const int MostComments = 200;

    private readonly Database _database;

    internal FeedbackView(Database database) => _database = database;

    /// <returns>Null when there is no such session, or none of this reader's own.</returns>
    public async Task<SessionFeedback?> Read(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        var session = await db.Sessions.Where(s => s.Id == sessionId).Select(s => new { s.SeriesId, s.Confirmed }).FirstOrDefaultAsync();
        if (session is null || !who.May(Act.ReadAttendees, session.SeriesId)) return null;
        var scores = await db.Feedback.Where(f => f.SessionId == sessionId && f.Score != null).GroupBy(f => f.Score!.Value).Select(g => new { Score = g.Key, Count = g.Count() }).ToListAsync();
        var comments = await db.Feedback.Where(f => f.SessionId == sessionId && f.Comment != null).OrderByDescending(f => f.At).Take(MostComments)
            .Select(f => new FeedbackComment(f.Score, f.Comment!, f.At)).ToListAsync();
        var came = await db.Registrations.CountAsync(r => r.SessionId == sessionId && r.State == RegistrationState.Confirmed && (r.JoinedAt != null || r.TickedAt != null));
        return new(session.Confirmed, came, scores.ToDictionary(s => s.Score, s => s.Count), comments);
    }
}

/// <param name="Came">Of those with a place: used the joining button, or were ticked.</param>
/// <param name="Scores">How many gave which mark, 1 to 5.</param>
/// <param name="Comments">The latest first.</param>
public sealed record SessionFeedback(int Places, int Came, IReadOnlyDictionary<int, int> Scores, IReadOnlyList<FeedbackComment> Comments)
{
    public int Marks => Scores.Values.Sum();

    /// <summary>Null while nobody gave a mark.</summary>
    public double? Mean => Marks == 0 ? null : (double)Scores.Sum(s => s.Key * s.Value) / Marks;
}

public sealed record FeedbackComment(int? Score, string Comment, Instant At);
