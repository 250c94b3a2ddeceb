namespace Sessions.Web.Api;

/// <summary>What goes wrong before or inside a call is answered in the API's own way, not with a page.</summary>
internal sealed class ApiFaults(RequestDelegate next, ILogger<ApiFaults> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // A page takes every address that nothing else takes.
        if (http.GetEndpoint()?.Metadata.GetMetadata<IsApi>() is null)
        {
            await ApiProblem.NotFound.ExecuteAsync(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = fault.StatusCode;
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // Not its message: that may hold what was sent.
            log.LogError("{Method} {Address} failed: {Fault}\n{Where}", http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, fault.GetType().Name, fault.StackTrace);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (!http.Response.HasStarted && http.Response is { StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null }) await Of(http.Response.StatusCode).ExecuteAsync(http);
    }

    private static ApiAnswer Of(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => ApiProblem.Of(status, "bodyTooLarge", "The body is larger than this address takes."),
        StatusCodes.Status500InternalServerError => ApiProblem.Of(status, "fault", "The fault is ours and stands in the log. With an Idempotency-Key you may try again safely."),
        _ => ApiProblem.Of(status, "unreadable", "The address or its query can't be read. The shapes stand at /openapi/v1.json."),
    };
}

/// <summary>Marks the calls of the API among all that the app answers.</summary>
internal sealed class IsApi;
