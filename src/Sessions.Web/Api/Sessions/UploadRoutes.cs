using Microsoft.AspNetCore.Mvc;
using Sessions.Archive;
using Sessions.Web.Uploads;

namespace Sessions.Web.Api.Sessions;

/// <summary>Files for a session in pieces, by the tus protocol.</summary>
internal static class UploadRoutes
{
    private const string All = "/sessions/{session:guid}/uploads";
    private const string One = All + "/{upload:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods(All, [HttpMethods.Options], Describe);
        api.MapMethods(One, [HttpMethods.Options], Describe);
        api.MapPost(All, Begin);
        api.MapMethods(One, [HttpMethods.Head], Look);
        api.MapPatch(One, GoOn).WithMetadata(new DisableRequestSizeLimitAttribute());
        api.MapPost(One, Override).WithMetadata(new DisableRequestSizeLimitAttribute());
        api.MapDelete(One, End);
    }

    private static ApiAnswer Describe(ApiCall call, UploadDoor door) => door.Describe(call.Http);

    private static async Task<ApiAnswer> Begin(ApiCall call, Guid session, UploadDoor door, ArchiveService archive, ItemService items, ArchiveQueries queries) =>
        door.Create(call.Http, Place(call, session, archive, items) with { Full = (await queries.Items(call.Who, session)).Count >= ArchiveItem.MostForSession ? ArchiveRefusal.TooMany : null });

    private static ApiAnswer Look(ApiCall call, Guid session, Guid upload, UploadDoor door, ArchiveService archive, ItemService items) => door.Look(call.Http, Place(call, session, archive, items), upload);

    private static Task<ApiAnswer> GoOn(ApiCall call, Guid session, Guid upload, UploadDoor door, ArchiveService archive, ItemService items) => door.Append(call.Http, Place(call, session, archive, items), upload);

    private static Task<ApiAnswer> Override(ApiCall call, Guid session, Guid upload, UploadDoor door, ArchiveService archive, ItemService items) => door.Override(call.Http, Place(call, session, archive, items), upload);

    private static ApiAnswer End(ApiCall call, Guid session, Guid upload, UploadDoor door, ArchiveService archive, ItemService items) => door.End(call.Http, Place(call, session, archive, items), upload);

    /// <summary>Another token of the same person is another sender.</summary>
    private static UploadPlace Place(ApiCall call, Guid session, ArchiveService archive, ItemService items) => new($"/api/v1/sessions/{session}/uploads", $"token {call.Caller.TokenId} {session}")
    {
        Take = async (file, said) => Guid.TryParse(said["replaces"], out var older)
            ? (await items.Replace(call.Who, session, older, file)).No
            : (await archive.AddFile(call.Who, session, file, new(said["title"], said["licence"], said["credit"]))).No,
        Say = (_, no) => ApiRefusals.Sentence(no),
    };
}
