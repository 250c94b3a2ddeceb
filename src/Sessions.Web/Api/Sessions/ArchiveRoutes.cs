using Microsoft.AspNetCore.Mvc;
using Sessions.Archive;
using Sessions.Files;
using Sessions.Web.Feeds;

namespace Sessions.Web.Api.Sessions;

/// <summary>Recordings, resources and the write-up of a session.</summary>
internal static class ArchiveRoutes
{
    private const string All = "/sessions/{session:guid}/archive";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/licences", ApiRegistration.Reading, Licences);
        api.MapMethods(All, ApiRegistration.Reading, List);
        api.MapPost(All + "/links", AddLink);
        api.MapPost(All + "/files", AddFile).WithMetadata(new RequestSizeLimitAttribute(UploadForm.MostBytes));
        api.MapMethods(All + "/files/{file:guid}", ApiRegistration.Reading, File);
        api.MapDelete(All + "/{item:guid}", Remove);
        api.MapMethods("/sessions/{session:guid}/write-up", ApiRegistration.Reading, ReadWriteUp);
        api.MapPut("/sessions/{session:guid}/write-up", SaveWriteUp);
    }

    private static ApiAnswer<ApiPage<string>> Licences(ApiCall call, ApiPart part) => part.Of(call.Http, [.. Archive.Licences.Offered.Select(l => l.Id)]);

    private static async Task<ApiAnswer<ApiPage<ItemShape>>> List(ApiCall call, Guid session, ApiPart part, ArchiveQueries queries) =>
        part.Of(call.Http, [.. (await queries.Items(call.Who, session)).Select(ItemShape.Of)]);

    private static async Task<ApiAnswer<AddedShape>> AddLink(ApiCall call, Guid session, ApiBody<LinkInput> body, ArchiveService service)
    {
        var (link, address) = (body.Value, $"/api/v1/sessions/{session}/archive");
        var added = await service.AddLink(call.Who, session, link.Kind, link.Url, new(link.Title, link.Licence, link.Credit));
        return added.No is { } no ? no : ApiAnswer<AddedShape>.Made(address, new(added.Value));
    }

    /// <summary>The body is the file; its name, title, licence and credit stand in the address, or the resource that it is a newer version of.</summary>
    private static async Task<ApiAnswer<AddedShape>> AddFile(ApiCall call, Guid session, ArchiveService service, ItemService items, FileStore store, string? name = null, string? title = null, string? licence = null, string? credit = null, Guid? replaces = null)
    {
        var saved = await store.Save(call.Http.Request.Body, name ?? "", call.Stop);
        if (saved.No is { } unfit) return unfit;
        if (replaces is { } older)
        {
            var replaced = await items.Replace(call.Who, session, older, saved.Value!);
            return replaced.No is { } kept ? kept : ApiAnswer<AddedShape>.Made($"/api/v1/sessions/{session}/archive", new(older));
        }
        var added = await service.AddFile(call.Who, session, saved.Value!, new(title, licence, credit));
        return added.No is { } no ? no : ApiAnswer<AddedShape>.Made($"/api/v1/sessions/{session}/archive", new(added.Value));
    }

    private static async Task<IResult> File(ApiCall call, Guid session, Guid file, ArchiveQueries queries, FileStore store) =>
        await queries.HeldFile(call.Who, session, file) is { } held ? FileAnswer.Send(call.Http, store, held) : ApiProblem.NotFound;

    private static async Task<ApiAnswer> Remove(ApiCall call, Guid session, Guid item, ArchiveService service) =>
        ApiAnswer.Of(await service.Remove(call.Who, session, item));

    private static async Task<ApiAnswer<WriteUpShape>> ReadWriteUp(ApiCall call, Guid session, ArchiveQueries queries) =>
        await queries.WriteUp(call.Who, session) is { } text ? new WriteUpShape(text.Text, text.Url, text.PublishedOn?.ToDateOnly()) : new WriteUpShape(null, null, null);

    private static async Task<ApiAnswer> SaveWriteUp(ApiCall call, Guid session, ApiBody<WriteUpInput> body, ArchiveService service) =>
        ApiAnswer.Of(await service.SaveWriteUp(call.Who, session, body.Value.Text, body.Value.Url));
}

/// <param name="Licence">One of GET /api/v1/licences; null is "not decided".</param>
/// <param name="Credit">The line that whoever reuses it must print.</param>
internal sealed record LinkInput(ArchiveKind Kind, string? Url, string? Title = null, string? Licence = null, string? Credit = null);

/// <param name="Text">Markdown; null takes it away.</param>
/// <param name="Url">Where it stands elsewhere.</param>
internal sealed record WriteUpInput(string? Text = null, string? Url = null);

/// <inheritdoc cref="WriteUpInput" />
internal sealed record WriteUpShape(string? Text, string? Url, DateOnly? PublishedOn);

/// <param name="FileId">Of GET …/archive/files/{id}; null for a link.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Sha256">Of the file, lower-case hex.</param>
/// <param name="SpeakerId">Whom it came from; null for a host.</param>
/// <param name="Plays">How often its file was played on the public page.</param>
/// <param name="IsPublic">The speaker agreed; see also audience and takenDownAt.</param>
/// <param name="Resource">Null for a recording.</param>
/// <param name="Link">What the last look at its url found; null before the first.</param>
internal sealed record ItemShape(Guid Id, ArchiveKind Kind, string Title, string? Url, Guid? FileId, string? FileName, string? MediaType, long? Bytes, string? Sha256,
    string? Licence, string? Credit, Guid? SpeakerId, bool IsPublic, DateTimeOffset CreatedAt, RecordingAudience Audience, DateTimeOffset? TakenDownAt, TakedownReason? TakenDownBecause,
    ResourceShape? Resource, LinkShape? Link, int Plays, int Downloads)
{
    public static ItemShape Of(ArchiveItem i) => new(i.Id, i.Kind, i.Title, i.Url, i.File?.Id, i.File?.Name, i.File?.MediaType, i.File?.Length, i.File?.Sha256,
        i.Licence, i.Credit, i.AppearanceId, i.IsPublic, i.CreatedAt.ToDateTimeOffset(), i.Audience, i.TakenDownAt?.ToDateTimeOffset(), i.TakenDownBecause,
        ResourceShape.Of(i), LinkShape.Of(i.Link), i.Plays, i.Downloads);
}
