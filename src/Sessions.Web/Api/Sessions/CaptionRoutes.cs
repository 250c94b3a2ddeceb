using Microsoft.AspNetCore.Mvc;
using Sessions.Archive;
using Sessions.Archive.Captions;
using Sessions.Web.Feeds;
using Sessions.Web.Host.Room;

namespace Sessions.Web.Api.Sessions;

/// <summary>Captions of the recordings of a session, one file a language.</summary>
internal static class CaptionRoutes
{
    private const string All = "/sessions/{session:guid}/archive/{item:guid}/captions", One = All + "/{language}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods(All, ApiRegistration.Reading, List);
        api.MapMethods(One, ApiRegistration.Reading, Read);
        api.MapPut(One, Save).WithMetadata(new RequestSizeLimitAttribute(CaptionReader.MostBytes), new IsVersioned());
        api.MapDelete(One, Remove);
    }

    private static async Task<ApiAnswer<ApiPage<CaptionShape>>> List(ApiCall call, Guid session, Guid item, ApiPart part, ArchiveQueries archive, CaptionQueries queries) =>
        !(await archive.Items(call.Who, session)).Any(i => i.Id == item && i.Kind == ArchiveKind.Recording) ? ApiAnswer<ApiPage<CaptionShape>>.NotFound : part.Of(call.Http, [.. (await queries.Of(call.Who, session)).Where(c => c.RecordingId == item).Select(c => new CaptionShape(c.Language, c.Cues, c.UpdatedAt.ToDateTimeOffset()))]);

    private static async Task<ApiAnswer<CaptionTextShape>> Read(ApiCall call, Guid session, Guid item, string language, CaptionQueries queries) =>
        await queries.Held(call.Who, session, item, language) is { } captions ? ApiAnswer<CaptionTextShape>.At(captions.Version, new(captions.Text, captions.UpdatedAt.ToDateTimeOffset())) : ApiAnswer<CaptionTextShape>.NotFound;

    /// <summary>The body is the file: WebVTT, SubRip, or text with times.</summary>
    private static async Task<ApiAnswer<CaptionsTakenShape>> Save(ApiCall call, Guid session, Guid item, string language, CaptionService service)
    {
        if (!CaptionTerms.TryRead(call.Http.Request, out var seen)) return ArchiveRefusal.Stale;
        using var file = new MemoryStream();
        await call.Http.Request.Body.CopyToAsync(file, call.Stop);
        var taken = await service.Save(call.Who, session, item, language, file.ToArray(), seen);
        if (taken.No is { } no) return no;
        return taken.Value!.Faults is [var first, ..]
            ? ApiAnswer<CaptionsTakenShape>.Of(ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "captionsFaulty", $"Nothing was taken. Line {first.Line}: {CaptionWords.Plain(first.Kind)} {taken.Value.Faults.Count} in all."))
            : ApiAnswer<CaptionsTakenShape>.At(taken.Value.Kept!.Version, new(taken.Value.Cues));
    }

    private static async Task<ApiAnswer> Remove(ApiCall call, Guid session, Guid item, string language, CaptionService service) =>
        ApiAnswer.Of(await service.Remove(call.Who, session, item, language));
}

/// <param name="Language">BCP 47, like en or pt-BR.</param>
/// <param name="Cues">How many.</param>
internal sealed record CaptionShape(string Language, int Cues, DateTimeOffset UpdatedAt);

/// <param name="Text">WebVTT.</param>
internal sealed record CaptionTextShape(string Text, DateTimeOffset UpdatedAt);

/// <param name="Cues">How many were taken.</param>
internal sealed record CaptionsTakenShape(int Cues);
