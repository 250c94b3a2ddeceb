using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>What is asked, for those who ask and for those who answer.</summary>
public sealed class QuestionQueries
{
    private readonly Database _database;
    private readonly StandingLinks _links;

    internal QuestionQueries(Database database, StandingLinks links) => (_database, _links) = (database, links);

    /// <returns>Null when the series is not this person's to edit.</returns>
    public async Task<QuestionsToEdit?> OfSeries(Actor who, string slug)
    {
        await using var db = _database.Read();
        var series = await db.Series.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Name }).FirstOrDefaultAsync();
        return series is not null && who.May(Act.EditSeries, series.Id) ? new(series.Id, series.Name, await Listed(db, series.Id, null)) : null;
    }

    /// <returns>Those of this session alone; null when it is not this person's to edit.</returns>
    public async Task<QuestionsToEdit?> OfSession(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        var series = await db.Sessions.Where(s => s.Id == sessionId).Select(s => new { Id = s.SeriesId, s.Series!.Name }).FirstOrDefaultAsync();
        return series is not null && who.May(Act.EditSeries, series.Id) ? new(series.Id, series.Name, await Listed(db, series.Id, sessionId)) : null;
    }

    /// <summary>Behind the link that names a place, with what was answered.</summary>
    /// <returns>Null for a link that is not open.</returns>
    public async Task<IReadOnlyList<AskedQuestion>?> Asked(string token)
    {
        await using var db = _database.Read();
        if (await PersonalLinkRows.OpenJoin(db, _links, token) is not { } place) return null;
        var questions = await QuestionRows.Asked(db, place.Session!.SeriesId, place.SessionId).ToListAsync();
        var answers = (await QuestionRows.Answers(db, place.PersonId, place.SessionId).ToListAsync()).GroupBy(a => a.QuestionId).ToDictionary(g => g.Key, g => g.MaxBy(a => (a.At, a.Id))!);
        return questions.ConvertAll(q => new AskedQuestion(q.Id, q.Kind, q.Text, q.Choices, answers.GetValueOrDefault(q.Id)?.Value));
    }

    private static async Task<IReadOnlyList<QuestionToEdit>> Listed(SessionsDb db, Guid seriesId, Guid? sessionId) =>
        (await db.Questions.Where(q => q.SeriesId == seriesId && q.SessionId == sessionId && q.RemovedAt == null).OrderBy(q => q.Position)
            .Select(q => new { Question = q, Answers = db.QuestionAnswers.Where(a => a.QuestionId == q.Id).Select(a => a.PersonId).Distinct().Count() }).ToListAsync())
            .ConvertAll(q => new QuestionToEdit(q.Question.Id, new(q.Question.Kind, q.Question.Text, q.Question.Options, q.Question.IsOnce), q.Answers));
}

public sealed record QuestionsToEdit(Guid SeriesId, string SeriesName, IReadOnlyList<QuestionToEdit> Questions);

/// <param name="Answers">How many people answered it.</param>
public sealed record QuestionToEdit(Guid Id, QuestionForm Form, int Answers);

/// <param name="Value">As it was answered last; null where it was not.</param>
public sealed record AskedQuestion(Guid Id, QuestionKind Kind, string Text, IReadOnlyList<string> Choices, string? Value)
{
    public bool IsYes => Value == QuestionAnswer.Yes;

    public bool IsNo => Value == QuestionAnswer.No;

    /// <summary>Characters of an answer in words.</summary>
    public int Longest => Kind == QuestionKind.Short ? QuestionRules.LongestShort : QuestionRules.LongestLong;

    public IEnumerable<string> Chosen => Value?.Split('\n') ?? [];
}
