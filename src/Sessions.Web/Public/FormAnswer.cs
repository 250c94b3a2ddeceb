using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sessions.Web.Public;

/// <summary>What the forms of public and personal pages answer with.</summary>
internal static class FormAnswer
{
    public static IResult See(string path) => new SeeOther(path);

    public static void Later(HttpContext http) =>
        http.Response.Headers.RetryAfter = ((int)SignUpLimits.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public static IResult Page<T>(object with, int status = StatusCodes.Status200OK) where T : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<T>(with) { StatusCode = status, PreventStreamingRendering = true };

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
