using Sessions.Archive;
using Sessions.Web.Feeds;

namespace Sessions.Web.Public;

/// <summary>The one address of a resource: it leads to whatever is the newest version, and with a number to that one.</summary>
internal static class ResourceEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapResources(this WebApplication app)
    {
        app.MapMethods("/resources/{resource:guid}", Reading, (Guid resource, ArchiveQueries archive, HttpContext http) => Lead(resource, null, archive, http));
        app.MapMethods("/resources/{resource:guid}/{number:int}", Reading, (Guid resource, int number, ArchiveQueries archive, HttpContext http) => Lead(resource, number, archive, http));
    }

    /// <summary>Never kept by anybody: tomorrow it may lead elsewhere.</summary>
    private static async Task<IResult> Lead(Guid resource, int? number, ArchiveQueries archive, HttpContext http)
    {
        if (await archive.PublicVersion(resource, number) is not { } version)
            return await archive.IsResourceTakenDown(resource) ? GoneResult.Page(http) : NotFoundResult.Page();
        var target = version.File is { } file ? FileEndpoints.Path(file.Id, file.Name) : version.Url is { } url && HostText.IsWeb(url) ? url : null;
        if (target is null) return NotFoundResult.Page();
        http.Response.Headers.CacheControl = "no-cache";
        // A header holds no letters beyond ASCII; what is kept from before may.
        return Results.Redirect(Uri.TryCreate(target, UriKind.Absolute, out var away) && away.Scheme != Uri.UriSchemeFile ? new UriBuilder(away) { Host = away.IdnHost }.Uri.AbsoluteUri : target);
    }
}
