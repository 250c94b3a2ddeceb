using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sessions.Data;
using Sessions.People;
using Sessions.Registrations;

namespace Sessions.Views;

/// <summary>What the people of a session answered, question by question, for its hosts.</summary>
public sealed class AnswersView
{
    private readonly Database _database;

    internal AnswersView(Database database) => _database = database;

    /// <returns>Null when there is no such session, or none of this reader's own.</returns>
    public async Task<IReadOnlyList<AnsweredQuestion>?> Read(Actor who, Guid sessionId)
    {
        await using var db = _database.Read();
        var seriesId = await db.Sessions.Where(s => s.Id == sessionId).Select(s => (Guid?)s.SeriesId).FirstOrDefaultAsync();
        return seriesId is { } series && who.May(Act.ExportAttendees, series) ? await AnswerRows.Of(db, series, sessionId) : null;
    }
}

/// <param name="IsOfSession">Asked of this session's people alone.</param>
/// <param name="ByPerson">The last answer of each who gave one.</param>
public sealed record AnsweredQuestion(Guid Id, QuestionKind Kind, string Text, IReadOnlyList<string> Choices, bool IsOfSession, IReadOnlyDictionary<Guid, GivenAnswer> ByPerson)
{
    /// <summary>How often each option was chosen, in their order; empty for what is answered in words.</summary>
    public IReadOnlyList<(string Option, int Count)> Counts => Kind switch
    {
        QuestionKind.Choice or QuestionKind.Several => [.. Choices.Select(o => (o, ByPerson.Values.Count(a => a.Lines.Contains(o))))],
        QuestionKind.YesNo or QuestionKind.Consent => [("yes", ByPerson.Values.Count(a => a.Value == "yes")), ("no", ByPerson.Values.Count(a => a.Value == "no"))],
        _ => [],
    };
}

/// <param name="Value">As typed, "yes" or "no", or the options chosen, one a line.</param>
/// <param name="OtherWording">What the question said then, where it says something else now.</param>
public sealed record GivenAnswer(string Value, string? OtherWording, Instant At)
{
    public IEnumerable<string> Lines => Value.Split('\n');
}
