using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>The answers of those who are signed up for a session, also to what is asked no more.</summary>
internal static class AnswerRows
{
    public static async Task<List<AnsweredQuestion>> Of(SessionsDb db, Guid seriesId, Guid sessionId)
    {
        var questions = await db.Questions.Where(q => q.SeriesId == seriesId && (q.SessionId == null || q.SessionId == sessionId))
            .OrderBy(q => q.SessionId != null).ThenBy(q => q.Position).ThenBy(q => q.Id).ToListAsync();
        if (questions.Count == 0) return [];
        var people = db.Registrations.Where(r => r.SessionId == sessionId && r.State != RegistrationState.Withdrawn).Select(r => r.PersonId);
        var answers = (await db.QuestionAnswers.Where(a => a.Question!.SeriesId == seriesId && (a.SessionId == null || a.SessionId == sessionId) && people.Contains(a.PersonId))
            .ToListAsync()).ToLookup(a => a.QuestionId);
        return [.. questions.Select(q => new AnsweredQuestion(q.Id, q.Kind, q.Text, q.Choices, q.SessionId is not null,
            answers[q.Id].GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => Last(q, g)))).Where(q => q.ByPerson.Count > 0 || questions.First(o => o.Id == q.Id).RemovedAt is null)];
    }

    private static GivenAnswer Last(Question question, IEnumerable<QuestionAnswer> given)
    {
        var last = given.MaxBy(a => (a.At, a.Id))!;
        return new(last.Value, last.Wording == question.Text ? null : last.Wording, last.At);
    }
}
