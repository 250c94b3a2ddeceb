using Sessions.People;

namespace Sessions.Web.Public;

/// <summary>
/// Stands in for the antiforgery token on forms in cached pages: a browser says where a request comes from, and another
/// site's page can't say otherwise.
/// </summary>
public sealed class SameSite(SiteOptions site) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOurs(context.HttpContext.Request) ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden);

    private bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } from]) return from is "same-origin" or "none";
        if (request.Headers.Origin is not [{ Length: > 0 } origin]) return true;
        return origin == site.PublicUrl.GetLeftPart(UriPartial.Authority) || origin == $"{request.Scheme}://{request.Host}";
    }
}
