using Microsoft.AspNetCore.Http.HttpResults;

namespace Sessions.Web.Public;

/// <summary>The 404 page as an endpoint's answer: always the same, so that it tells nothing about what was asked for.</summary>
public static class NotFoundResult
{
    public static IResult Page() => new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound, PreventStreamingRendering = true };
}
