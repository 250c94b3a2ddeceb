using Microsoft.EntityFrameworkCore;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>What hosts ask those who signed up.</summary>
public sealed class QuestionService
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal QuestionService(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <param name="sessionId">Null asks the people of every session.</param>
    public async Task<Answer<Guid, QuestionRefusal>> Add(Actor who, Guid seriesId, Guid? sessionId, QuestionForm form)
    {
        if (!who.May(Act.EditSeries, seriesId)) return QuestionRefusal.NotAllowed;
        if (QuestionRules.Check(form) is { } no) return no;
        return await _database.Write<Answer<Guid, QuestionRefusal>>(async db =>
        {
            if (sessionId is null ? !await db.Series.AnyAsync(s => s.Id == seriesId) : !await db.Sessions.AnyAsync(s => s.Id == sessionId && s.SeriesId == seriesId)) return QuestionRefusal.NotFound;
            var others = await Beside(db, seriesId, sessionId).ToListAsync();
            if (others.Count >= QuestionRules.Most) return QuestionRefusal.TooMany;
            var question = new Question { SeriesId = seriesId, SessionId = sessionId, Kind = form.Kind, Text = "", Position = others.Select(q => q.Position + 1).DefaultIfEmpty().Max(), CreatedAt = _time.Now() };
            QuestionRules.Apply(form, question);
            db.Add(question);
            db.Add(Note(who, question, "Asks those who sign up"));
            return question.Id;
        }, RowLocks.Series(seriesId));
    }

    /// <summary>Another wording holds from now on: each answer keeps the one it was given to.</summary>
    public async Task<QuestionRefusal?> Change(Actor who, Guid seriesId, Guid id, QuestionForm form) => QuestionRules.Check(form) is { } no ? no : await Each(who, seriesId, id, async (db, question) =>
    {
        var isOnce = form.IsOnce && question.SessionId is null;
        if ((form.Kind != question.Kind || isOnce != question.IsOnce) && await db.QuestionAnswers.AnyAsync(a => a.QuestionId == id)) return QuestionRefusal.HasAnswers;
        QuestionRules.Apply(form, question);
        db.Add(Note(who, question, "Changed the question"));
        return null;
    });

    /// <summary>Asks it before the one that stands above it now.</summary>
    public Task<QuestionRefusal?> MoveUp(Actor who, Guid seriesId, Guid id) => Each(who, seriesId, id, async (db, question) =>
    {
        var above = await Beside(db, question.SeriesId, question.SessionId).Where(q => q.Position < question.Position).OrderByDescending(q => q.Position).FirstOrDefaultAsync();
        if (above is not null) (above.Position, question.Position) = (question.Position, above.Position);
        return null;
    });

    /// <summary>Asks it no more. What was answered stays on record and in the lists.</summary>
    public Task<QuestionRefusal?> Remove(Actor who, Guid seriesId, Guid id) => Each(who, seriesId, id, async (db, question) =>
    {
        if (await db.QuestionAnswers.AnyAsync(a => a.QuestionId == id)) question.RemovedAt = _time.Now();
        else db.Remove(question);
        db.Add(Note(who, question, "Asks no more"));
        return null;
    });

    private async Task<QuestionRefusal?> Each(Actor who, Guid seriesId, Guid id, Func<SessionsDb, Question, Task<QuestionRefusal?>> act) => !who.May(Act.EditSeries, seriesId)
        ? QuestionRefusal.NotAllowed
        : await _database.Write(async db => await db.Questions.FirstOrDefaultAsync(q => q.Id == id && q.SeriesId == seriesId && q.RemovedAt == null) is { } question
            ? await act(db, question) : QuestionRefusal.NotFound, RowLocks.Series(seriesId));

    private static IQueryable<Question> Beside(SessionsDb db, Guid seriesId, Guid? sessionId) =>
        db.Questions.Where(q => q.SeriesId == seriesId && q.SessionId == sessionId && q.RemovedAt == null);

    private AuditEntry Note(Actor who, Question question, string what) => new()
    {
        At = _time.Now(),
        ActorId = who.PersonId,
        SeriesId = question.SeriesId,
        SessionId = question.SessionId,
        Text = $"{what}: \"{TypedText.Cut(TypedText.Line(question.Text) ?? "", 120)}\"",
    };
}
