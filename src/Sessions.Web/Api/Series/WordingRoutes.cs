using Microsoft.Extensions.Localization;
using Sessions.Invitations;
using Sessions.Web.Host.Wordings;
using Sessions.Workflows;

namespace Sessions.Web.Api.Series;

/// <summary>What the mails of a series say in its hosts' own words.</summary>
internal static class WordingRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series/{series}/wording", ApiRegistration.Reading, List);
        api.MapPut("/series/{series}/wording/{slot}", Save);
        api.MapPost("/series/{series}/wording/{slot}/preview", Preview);
    }

    private static async Task<ApiAnswer<WordingListShape>> List(ApiCall call, WordingQueries queries) =>
        await queries.Read(call.Who, call.Series.Slug) is { } found ? new WordingListShape([.. WordingSlots.All.Select(slot => WordingShape.Of(slot, found))]) : WordingRefusal.NotAllowed;

    private static async Task<ApiAnswer> Save(ApiCall call, string slot, ApiBody<WordingInput> body, WordingService service, IStringLocalizer<Words> words) =>
        await service.Save(call.Who, call.Series.Id, slot, body.Value.Text) is { } no ? Refused(no, slot, body.Value.Text, words) : ApiAnswer.Done;

    private static async Task<ApiAnswer<WordingSampleShape>> Preview(ApiCall call, string slot, ApiBody<WordingSampleInput> body, PreviewMail workflow, IStringLocalizer<Words> words)
    {
        var sample = await workflow.Run(call.Who, call.Series.Id, slot, body.Value.Text, body.Value.HasName);
        return sample.Value is { } look ? new WordingSampleShape(look.Subject, look.Look.Text, look.Look.Light, look.Look.Dark, look.HasEntry, look.IsMadeUpDate)
            : ApiAnswer<WordingSampleShape>.Of(Refused(sample.No!.Value, slot, body.Value.Text, words));
    }

    /// <summary>A wrong placeholder is named, and what was meant.</summary>
    private static ApiAnswer Refused(WordingRefusal no, string slot, string? text, IStringLocalizer<Words> words) => no == WordingRefusal.WrongPlaceholder && WordingSlots.Find(slot) is { } known
        ? ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "wrongPlaceholder", WordingWords.Of(no, text, known, words)[0].Sentence)
        : ApiProblem.Of(no);
}

/// <param name="Text">Plain text of at most 2,000 characters with placeholders in braces; empty or null takes the words away.</param>
internal sealed record WordingInput(string? Text);

/// <param name="Text">Not saved; empty or null shows the mail without words for this slot.</param>
/// <param name="HasName">The made-up person gave one.</param>
internal sealed record WordingSampleInput(string? Text, bool HasName = true);

internal sealed record WordingListShape(IReadOnlyList<WordingShape> Items);

/// <param name="Slot">greeting, closing, or the mail.</param>
/// <param name="Placeholders">What may stand in braces there.</param>
/// <param name="Text">Null where the hosts say nothing.</param>
internal sealed record WordingShape(string Slot, string Name, IReadOnlyList<string> Placeholders, string? Text)
{
    public static WordingShape Of(WordingSlot slot, SeriesWording of) => new(slot.Key, slot.Name, slot.Placeholders, of.Own.GetValueOrDefault(slot.Key));
}

/// <param name="Text">Plain text; secret links masked, as in the HTML.</param>
/// <param name="Light">HTML, as a reader with a light background shows it.</param>
/// <param name="Dark">HTML, as one with a dark background does.</param>
/// <param name="HasEntry">It carries an entry for the calendar.</param>
/// <param name="MadeUpDate">The series has no date to come.</param>
internal sealed record WordingSampleShape(string Subject, string Text, string Light, string Dark, bool HasEntry, bool MadeUpDate);
