using Microsoft.AspNetCore.Mvc;
using Sessions.Data;
using Sessions.Registrations;

namespace Sessions.Web.Public;

/// <summary>Questions of the hosts, behind the link that names a place.</summary>
internal static class QuestionEndpoints
{
    public const string Field = "q-";

    public static void MapQuestions(this WebApplication app)
    {
        app.MapGet("/questions/{token}", Ask);
        app.MapForm("/questions/{token}", Keep).DisableAntiforgery().AddEndpointFilter<SameSite>().WithMetadata(new RequestSizeLimitAttribute(SignUpEndpoint.LargestForm));
    }

    private static async Task<IResult> Ask(string token, MyQueries my, QuestionQueries queries, TimeProvider time) =>
        await my.Join(token, time.Now()) is { Place: { IsOver: false, IsCancelled: false } place } && await queries.Asked(token) is { } questions
            ? FormAnswer.Page<QuestionsPage>(new { Of = place, Questions = questions }) : NotFoundResult.Page();

    private static async Task<IResult> Keep(string token, [FromForm] IFormCollection form, AnswerService answers, MyQueries my, QuestionQueries queries, TimeProvider time)
    {
        var typed = Typed(form);
        var saved = await answers.Save(token, typed);
        if (!saved.Ok || await my.Join(token, time.Now()) is not { } page || await queries.Asked(token) is not { } questions) return NotFoundResult.Page();
        return saved.Value!.Length == 0
            ? FormAnswer.Page<QuestionsPage>(new { Of = page.Place, IsDone = true })
            : FormAnswer.Page<QuestionsPage>(new { Of = page.Place, Questions = questions.Select(q => Again(q, typed)).ToList(), TooLong = saved.Value }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What stands in the fields of each question; the empty value only says that the question stood there.</summary>
    private static Dictionary<Guid, IReadOnlyList<string>> Typed(IFormCollection form)
    {
        var typed = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var (name, values) in form)
            if (name.StartsWith(Field, StringComparison.Ordinal) && Guid.TryParse(name.AsSpan(Field.Length), out var id))
                typed[id] = [.. values.OfType<string>().Where(v => v.Length > 0)];
        return typed;
    }

    private static AskedQuestion Again(AskedQuestion question, Dictionary<Guid, IReadOnlyList<string>> typed) =>
        typed.TryGetValue(question.Id, out var said) ? question with { Value = said.Count == 0 ? null : string.Join('\n', said) } : question;
}
