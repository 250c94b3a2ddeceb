using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Sessions.Archive;
using Sessions.Files;
using Sessions.Web.Public;

namespace Sessions.Web.Feeds;

/// <summary>Sends a stored file so that it can never run as our origin: recordings play in place, everything else is a download.</summary>
internal static class FileAnswer
{
    public static IResult Send(HttpContext http, FileStore store, FileToSend? file)
    {
        if (file is null || store.Find(file.Id) is not { } stored) return NotFoundResult.Page();
        var headers = http.Response.Headers;
        headers.ContentDisposition = Disposition(file);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = file.IsPublic ? "public, no-cache" : "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Features.Get<IHttpResponseBodyFeature>() is { } body) http.Features.Set<IHttpResponseBodyFeature>(new FileBody(body));
        return Results.File(stored.FullName, Type(file.MediaType), lastModified: file.CreatedAt.ToDateTimeOffset(),
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static string Disposition(FileToSend file)
    {
        var disposition = new ContentDispositionHeaderValue(FileType.IsPlayable(file.MediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        return disposition.ToString();
    }

    private static string Type(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal) ? mediaType + "; charset=utf-8" : mediaType;
}
