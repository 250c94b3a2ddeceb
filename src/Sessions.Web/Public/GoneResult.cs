using Microsoft.AspNetCore.Http.HttpResults;

namespace Sessions.Web.Public;

/// <summary>What was taken down answers so under its old address; why is not said.</summary>
public static class GoneResult
{
    /// <summary>Not kept: it may be put back.</summary>
    public static IResult Page(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<GonePage> { StatusCode = StatusCodes.Status410Gone, PreventStreamingRendering = true };
    }
}
