using Sessions.Archive.Media;
using Sessions.Files;

namespace Sessions.Web.Api.Sessions;

/// <summary>Duration, poster and audio version of a session's recordings.</summary>
internal static class MediaRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/sessions/{session:guid}/archive/media", ApiRegistration.Reading, List);
        api.MapPost("/sessions/{session:guid}/archive/{item:guid}/media/try-again", TryAgain);
    }

    private static async Task<ApiAnswer<ApiPage<MediaShape>>> List(ApiCall call, Guid session, ApiPart part, MediaQueries queries) =>
        await queries.Of(call.Who, session) is not { } media ? ApiAnswer<ApiPage<MediaShape>>.NotFound : part.Of(call.Http, [.. media.Recordings.Select(r => MediaShape.Of(r, media.Tools))]);

    private static async Task<ApiAnswer> TryAgain(ApiCall call, Guid session, Guid item, MediaService service) => ApiAnswer.Of(await service.TryAgain(call.Who, session, item));
}

/// <param name="Tools">ready, missing (no ffmpeg on the server) or off (by its settings).</param>
/// <param name="Seconds">How long it plays; null while nobody knows.</param>
internal sealed record MediaShape(Guid RecordingId, MediaToolsState Tools, int? Seconds, int? Width, int? Height, MadeFileShape? Poster, MadeFileShape? Audio, IReadOnlyList<MediaStepShape> Steps)
{
    public static MediaShape Of(RecordingMedia r, MediaToolsState tools) => new(r.RecordingId, tools, r.Seconds, r.Width, r.Height, MadeFileShape.Of(r.Poster), MadeFileShape.Of(r.Audio),
        [.. r.Steps.Select(s => new MediaStepShape(s.Step, s.State, s.Percent, s.Fault, s.Said, s.NotBefore?.ToDateTimeOffset()))]);
}

/// <param name="FileId">Of GET …/archive/files/{id}.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record MadeFileShape(Guid FileId, string FileName, string MediaType, long Bytes, string Sha256)
{
    public static MadeFileShape? Of(SavedFile? file) => file is null ? null : new(file.Id, file.Name, file.MediaType, file.Length, file.Sha256);
}

/// <param name="Step">look (duration and size), poster or audio.</param>
/// <param name="Percent">Of what is being made now, where it is known.</param>
/// <param name="Said">By ffmpeg, in its own words.</param>
/// <param name="NotBefore">When it is tried again by itself.</param>
internal sealed record MediaStepShape(MediaStep Step, MediaState State, int? Percent, MediaFault? Fault, string? Said, DateTimeOffset? NotBefore);
