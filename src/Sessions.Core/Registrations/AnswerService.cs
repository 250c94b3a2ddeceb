using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Registrations;

/// <summary>Answers of those who signed up, by the link that names their place. Part of them is fine, and they can be changed until the session is over.</summary>
public sealed class AnswerService
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly StandingLinks _links;

    internal AnswerService(Database database, TimeProvider time, StandingLinks links) => (_database, _time, _links) = (database, time, links);

    /// <param name="typed">What stands in the fields of each question; of what is not in it nothing changes.</param>
    /// <returns>The questions whose answers are too long; nothing was kept then.</returns>
    public async Task<Answer<Guid[], RegistrationRefusal>> Save(string token, IReadOnlyDictionary<Guid, IReadOnlyList<string>> typed)
    {
        await using var look = _database.Read();
        if (await PersonalLinkRows.OpenJoin(look, _links, token) is not { } opened) return RegistrationRefusal.LinkNotOpen;
        return await _database.Write<Answer<Guid[], RegistrationRefusal>>(async db =>
        {
            var now = _time.Now();
            if (await PersonalLinkRows.OpenJoin(db, _links, token) is not { Session: { IsCancelled: false } session } place) return RegistrationRefusal.LinkNotOpen;
            if (now >= session.When.OverAt) return RegistrationRefusal.Closed;
            place.Person!.Answered(now);
            var questions = await QuestionRows.Asked(db, session.SeriesId, session.Id).ToListAsync();
            var tooLong = questions.Where(q => typed.TryGetValue(q.Id, out var said) && IsTooLong(q, said)).Select(q => q.Id).ToArray();
            if (tooLong.Length > 0) return tooLong;
            var before = await QuestionRows.Answers(db, place.PersonId, session.Id).ToListAsync();
            foreach (var question in questions)
                if (typed.TryGetValue(question.Id, out var said)) Keep(db, question, place, said, [.. before.Where(a => a.QuestionId == question.Id)], now);
            return tooLong;
        }, RowLocks.Person(opened.PersonId));
    }

    private static bool IsTooLong(Question question, IReadOnlyList<string> said)
    {
        _ = QuestionRules.Value(question, said, out var tooLong);
        return tooLong;
    }

    private static void Keep(SessionsDb db, Question question, Registration place, IReadOnlyList<string> said, List<QuestionAnswer> before, Instant now)
    {
        var last = before.MaxBy(a => (a.At, a.Id));
        var value = QuestionRules.Value(question, said, out _);
        if (question.Kind == QuestionKind.Consent)
        {
            // Not agreeing is no answer; taking it back is one.
            value ??= last?.Value == QuestionAnswer.Yes ? QuestionAnswer.No : null;
            if (value is null || (value == last?.Value && last.Wording == question.Text)) return;
            last = null;
        }

        if (value is null)
        {
            db.RemoveRange(before);
            return;
        }

        if (last is not null && last.Value == value) return;
        if (last is null) db.Add(new QuestionAnswer { QuestionId = question.Id, PersonId = place.PersonId, SessionId = question.IsOnce ? null : place.SessionId, Value = value, Wording = question.Text, At = now });
        else (last.Value, last.Wording, last.At) = (value, question.Text, now);
    }
}
