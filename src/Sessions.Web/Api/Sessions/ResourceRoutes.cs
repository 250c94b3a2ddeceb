using Sessions.Archive;
using Sessions.Archive.Links;
using Sessions.Archive.Warnings;
using Sessions.Views;

namespace Sessions.Web.Api.Sessions;

/// <summary>What is said of resources and recordings, whether their links work, and what should not be public.</summary>
internal static class ResourceRoutes
{
    private const string All = "/sessions/{session:guid}/archive";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(All + "/resources", Add);
        api.MapPut(All + "/resources/{item:guid}", Edit);
        api.MapPut(All + "/recordings/{item:guid}", EditRecording);
        api.MapPost(All + "/{item:guid}/check", Check);
        api.MapMethods("/sessions/{session:guid}/warnings", ApiRegistration.Reading, Warnings);
    }

    /// <summary>A link, or something that is not open and stands nowhere.</summary>
    private static async Task<ApiAnswer<AddedShape>> Add(ApiCall call, Guid session, ApiBody<ResourceInput> body, ItemService service)
    {
        var added = await service.AddResource(call.Who, session, body.Value.ToForm());
        return added.No is { } no ? no : ApiAnswer<AddedShape>.Made($"/api/v1/sessions/{session}/archive", new(added.Value));
    }

    /// <summary>Replaces everything that is said of it.</summary>
    private static async Task<ApiAnswer> Edit(ApiCall call, Guid session, Guid item, ApiBody<ResourceInput> body, ItemService service) =>
        ApiAnswer.Of(await service.EditResource(call.Who, session, item, body.Value.ToForm()));

    private static async Task<ApiAnswer> EditRecording(ApiCall call, Guid session, Guid item, ApiBody<RecordingInput> body, ItemService service) =>
        ApiAnswer.Of(await service.EditRecording(call.Who, session, item, new(body.Value.Title, body.Value.Licence, body.Value.Credit)));

    /// <summary>Looks at the item's url now, and answers what it found.</summary>
    private static async Task<ApiAnswer<LinkShape>> Check(ApiCall call, Guid session, Guid item, LinkCheckService service)
    {
        var found = await service.CheckNow(call.Who, session, item, call.Stop);
        return found.No is { } no ? no : LinkShape.Of(found.Value)!;
    }

    private static async Task<ApiAnswer<ApiPage<WarningShape>>> Warnings(ApiCall call, Guid session, ApiPart part, PublicTexts texts, ArchiveQueries archive) =>
        await archive.MaySee(call.Who, session)
            ? part.Of(call.Http, [.. (await texts.Warnings(call.Who, session)).Select(w => new WarningShape(w.Kind, w.Place, w.Of, w.Found.Length > 0 ? w.Found : null))])
            : ApiAnswer<ApiPage<WarningShape>>.NotFound;
}

/// <param name="Url">Where it stands; null beside a file, and where it stands nowhere.</param>
/// <param name="ResourceKind">Null has it guessed from its name and address.</param>
/// <param name="Licence">One of GET /api/v1/licences; null is "not decided".</param>
/// <param name="Credit">Null has it composed of author, organisation, title, year and licence.</param>
/// <param name="Access">Where it stands on the Data Spectrum.</param>
/// <param name="Contact">Whom to ask for what is not open: a name, or a web address.</param>
/// <param name="Language">BCP 47.</param>
internal sealed record ResourceInput(string? Title, string? Url = null, ResourceKind? ResourceKind = null, string? Author = null, string? Organisation = null, string? Licence = null,
    string? Credit = null, string? Source = null, ResourceAccess Access = ResourceAccess.Open, string? Contact = null, string? Language = null, DateOnly? ReviewBy = null)
{
    public ResourceForm ToForm() => new(Title, Url, ResourceKind, Author, Organisation, Licence, Credit, Source, Access, Contact, Language,
        ReviewBy is { } day ? NodaTime.LocalDate.FromDateOnly(day) : null);
}

/// <param name="Title">Null shows the file's name.</param>
internal sealed record RecordingInput(string? Title = null, string? Licence = null, string? Credit = null);

/// <param name="ResourceKind">As chosen, else as its name and address suggest.</param>
/// <param name="IsGuessed">Nobody chose the kind.</param>
/// <param name="Path">Leads to its newest version for ever.</param>
/// <param name="Since">When that came.</param>
/// <param name="Versions">Older ones, newest first.</param>
internal sealed record ResourceShape(ResourceKind ResourceKind, bool IsGuessed, string? Author, string? Organisation, string? Source, ResourceAccess Access, string? Contact, string? Language, DateOnly? ReviewBy,
    string Path, DateTimeOffset Since, IReadOnlyList<VersionShape> Versions)
{
    public static ResourceShape? Of(ArchiveItem i) => i.Detail is not { } d ? null : new(i.ResourceKind, d.Kind is null, d.Author, d.Organisation, d.Source, d.Access, d.Contact, d.Language, d.ReviewBy?.ToDateOnly(),
        $"/resources/{i.Id}", d.Since.ToDateTimeOffset(), [.. d.Versions.Select(v => new VersionShape(v.Number, v.Since.ToDateTimeOffset(), $"/resources/{i.Id}/{v.Number}", v.Url, v.File?.Id, v.File?.Name))]);
}

/// <param name="Number">Counted from 1.</param>
internal sealed record VersionShape(int Number, DateTimeOffset Since, string Path, string? Url, Guid? FileId, string? FileName);

/// <param name="Status">Of HTTP; null where nobody answered.</param>
/// <param name="FailingSince">The first of the failures that nothing good came between.</param>
internal sealed record LinkShape(LinkState State, LinkFault? Fault, int? Status, DateTimeOffset CheckedAt, DateTimeOffset? FailingSince)
{
    public static LinkShape? Of(LinkFinding? found) => found is null ? null : new(found.State, found.Fault, found.Status, found.CheckedAt.ToDateTimeOffset(), found.FailingSince?.ToDateTimeOffset());
}

/// <param name="Of">The speaker, talk or thing; null where the place says it all.</param>
/// <param name="Found">The words, as they stand there; null for a licence that is missing.</param>
internal sealed record WarningShape(WarningKind Kind, TextPlace Place, string? Of, string? Found);
