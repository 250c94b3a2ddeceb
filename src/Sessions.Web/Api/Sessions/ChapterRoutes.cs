using Sessions.Archive;
using Sessions.Archive.Chapters;
using Sessions.Web.Host.Room;

namespace Sessions.Web.Api.Sessions;

/// <summary>Chapters of the recordings of a session.</summary>
internal static class ChapterRoutes
{
    private const string One = "/sessions/{session:guid}/archive/{item:guid}/chapters";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods(One, ApiRegistration.Reading, List);
        api.MapPut(One, Save);
    }

    private static async Task<ApiAnswer<ApiPage<ChapterShape>>> List(ApiCall call, Guid session, Guid item, ApiPart part, ArchiveQueries archive) =>
        (await archive.Items(call.Who, session)).FirstOrDefault(i => i.Id == item && i.Kind == ArchiveKind.Recording) is not { } recording ? ApiAnswer<ApiPage<ChapterShape>>.NotFound
            : part.Of(call.Http, [.. ChapterReader.Read(recording.Chapters).Chapters.Select(c => new ChapterShape(c.Seconds, c.Title))]);

    private static async Task<ApiAnswer<ChaptersTakenShape>> Save(ApiCall call, Guid session, Guid item, ApiBody<ChaptersInput> body, ChapterService service)
    {
        var saved = await service.Save(call.Who, session, item, body.Value.Text);
        if (saved.No is { } no) return no;
        return saved.Value!.Faults is [var first, ..]
            ? ApiAnswer<ChaptersTakenShape>.Of(ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "chaptersFaulty", $"Nothing was taken. Line {first.Line}: {ChapterWords.Plain(first.Kind)} {saved.Value.Faults.Count} in all."))
            : new ChaptersTakenShape(saved.Value.Chapters.Count);
    }
}

/// <param name="Text">A line each: a time and a title, like "0:00 Welcome"; null or empty takes them away.</param>
internal sealed record ChaptersInput(string? Text = null);

/// <param name="At">Seconds since the recording's beginning.</param>
internal sealed record ChapterShape(int At, string Title);

/// <param name="Chapters">How many there are now.</param>
internal sealed record ChaptersTakenShape(int Chapters);
