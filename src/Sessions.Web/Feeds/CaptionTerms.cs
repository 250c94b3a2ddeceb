using Microsoft.Net.Http.Headers;
using Sessions.Archive.Captions;

namespace Sessions.Web.Feeds;

/// <summary>What the headers of a request say of the captions that its sender has read.</summary>
internal static class CaptionTerms
{
    /// <param name="seen">Null where nothing was said: then whatever is there is replaced.</param>
    /// <returns>False where the headers name what can't be a version of captions: it is not there any more.</returns>
    public static bool TryRead(HttpRequest request, out SeenCaptions? seen)
    {
        seen = null;
        var headers = request.GetTypedHeaders();
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            seen = new(null);
            return request.Headers.IfMatch.Count == 0 && headers.IfNoneMatch is [var nothing] && nothing.Equals(EntityTagHeaderValue.Any);
        }
        if (request.Headers.IfMatch.Count == 0) return true;
        if (headers.IfMatch is not [var only] || only.IsWeak) return false;
        if (!only.Equals(EntityTagHeaderValue.Any)) seen = new(only.Tag.ToString().Trim('"'));
        return true;
    }
}
