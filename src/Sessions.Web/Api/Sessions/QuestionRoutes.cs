using Sessions.Registrations;
using Sessions.Views;

namespace Sessions.Web.Api.Sessions;

/// <summary>What those who sign up are asked, and what they answered.</summary>
internal static class QuestionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series/{series}/questions", ApiRegistration.Reading, OfSeries);
        api.MapPost("/series/{series}/questions", Add);
        api.MapPut("/series/{series}/questions/{question:guid}", Change);
        api.MapPost("/series/{series}/questions/{question:guid}/up", Up);
        api.MapDelete("/series/{series}/questions/{question:guid}", Remove);
        api.MapMethods("/sessions/{session:guid}/questions", ApiRegistration.Reading, OfSession);
        api.MapMethods("/sessions/{session:guid}/answers", ApiRegistration.Reading, Answers);
    }

    private static async Task<ApiAnswer<ApiPage<QuestionShape>>> OfSeries(ApiCall call, ApiPart part, QuestionQueries queries) =>
        await queries.OfSeries(call.Who, call.Series.Slug) is { } found ? part.Of(call.Http, [.. found.Questions.Select(QuestionShape.Of)]) : QuestionRefusal.NotAllowed;

    private static async Task<ApiAnswer<ApiPage<QuestionShape>>> OfSession(ApiCall call, Guid session, ApiPart part, QuestionQueries queries) =>
        await queries.OfSession(call.Who, session) is { } found ? part.Of(call.Http, [.. found.Questions.Select(QuestionShape.Of)]) : QuestionRefusal.NotAllowed;

    private static async Task<ApiAnswer<QuestionShape>> Add(ApiCall call, ApiBody<QuestionInput> body, QuestionService service)
    {
        var saved = await service.Add(call.Who, call.Series.Id, body.Value.Session, body.Value.ToForm());
        return saved.No is { } no ? no
            : ApiAnswer<QuestionShape>.Made($"/api/v1/series/{call.Series.Id}/questions/{saved.Value}", QuestionShape.Of(new(saved.Value, body.Value.ToForm(), 0)));
    }

    private static async Task<ApiAnswer> Change(ApiCall call, Guid question, ApiBody<QuestionInput> body, QuestionService service) =>
        ApiAnswer.Of(await service.Change(call.Who, call.Series.Id, question, body.Value.ToForm()));

    private static async Task<ApiAnswer> Up(ApiCall call, Guid question, QuestionService service) => ApiAnswer.Of(await service.MoveUp(call.Who, call.Series.Id, question));

    private static async Task<ApiAnswer> Remove(ApiCall call, Guid question, QuestionService service) => ApiAnswer.Of(await service.Remove(call.Who, call.Series.Id, question));

    private static async Task<ApiAnswer<ApiPage<AnsweredShape>>> Answers(ApiCall call, Guid session, ApiPart part, AnswersView view) =>
        await view.Read(call.Who, session) is { } found ? part.Of(call.Http, [.. found.Select(AnsweredShape.Of)]) : QuestionRefusal.NotAllowed;
}

/// <param name="Options">Of a choice: two to 30, each once.</param>
/// <param name="Once">One answer holds for the whole series.</param>
/// <param name="Session">Asks the people of this session alone; it can't be changed later.</param>
internal sealed record QuestionInput(QuestionKind Kind, string? Text, IReadOnlyList<string?>? Options = null, bool Once = false, Guid? Session = null)
{
    public QuestionForm ToForm() => new(Kind, Text, Options is null ? null : string.Join('\n', Options), Once);
}

/// <param name="Answers">How many people answered it.</param>
internal sealed record QuestionShape(Guid Id, QuestionKind Kind, string? Text, IReadOnlyList<string> Options, bool Once, int Answers)
{
    public static QuestionShape Of(QuestionToEdit q) => new(q.Id, q.Form.Kind, q.Form.Text, q.Form.Options?.Split('\n') ?? [], q.Form.IsOnce, q.Answers);
}

internal sealed record AnsweredShape(Guid Question, QuestionKind Kind, string Text, IReadOnlyList<AnswerShape> Answers)
{
    public static AnsweredShape Of(AnsweredQuestion q) => new(q.Id, q.Kind, q.Text, [.. q.ByPerson.OrderBy(a => a.Value.At).ThenBy(a => a.Key).Select(a => new AnswerShape(a.Key, a.Value.Value, a.Value.OtherWording ?? q.Text, a.Value.At.ToDateTimeOffset()))]);
}

/// <param name="Value">As typed, "yes" or "no", or the options chosen, one a line.</param>
/// <param name="Wording">The question as it stood when it was answered.</param>
internal sealed record AnswerShape(Guid Person, string Value, string Wording, DateTimeOffset At);
