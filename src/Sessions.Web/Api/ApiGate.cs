using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Web.Api;

/// <summary>
/// What every call passes: a token that only reads writes nothing, what the address names is there for this caller, the body was read,
/// and a write keeps the terms of its headers.
/// </summary>
internal sealed class ApiGate(SeriesQueries series, RequestGate requests, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = ApiCall.Of(context.HttpContext);
        var method = context.HttpContext.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        if (!reads && call.Caller.IsReadOnly) return ApiProblem.Of(StatusCodes.Status403Forbidden, "readOnly", "This token only reads. Make one that may write.");
        if (!await Finds(call)) return ApiProblem.NotFound;
        var body = context.Arguments.OfType<IApiBody>().FirstOrDefault();
        if (body?.Problem is { } unreadable) return unreadable;
        return reads ? await next(context) : await Write(call, body, async () => (ApiAnswer)(await next(context))!);
    }

    private async Task<ApiAnswer> Write(ApiCall call, IApiBody? body, Func<Task<ApiAnswer>> act)
    {
        var (key, keyProblem) = ApiTerms.Key(call, body?.Hash ?? [], time);
        var (seen, seenProblem) = call.Http.GetEndpoint()?.Metadata.GetMetadata<IsVersioned>() is not null ? default : ApiTerms.Seen(call.Http.Request, call.Http.GetEndpoint()?.Metadata.GetMetadata<IsRevised>() is { } revised ? (revised.IsSeries, IdOf(call, revised)) : null);
        if ((keyProblem ?? seenProblem) is { } problem) return problem;
        if (key is not null && await Before(key) is { } before) return before;
        var answer = await requests.Run(key, seen, act, done => done.Keep());
        if (answer.No is not ApiRequestRefusal.DoneBefore || key is null) return answer.Ok ? answer.Value! : ApiProblem.Of(answer.No!.Value);
        return await Later(key);
    }

    private async Task<ApiAnswer?> Before(RequestKey key) =>
        await requests.Before(key) is not { } before ? null : before.Ok ? ApiAnswer.Again(before.Value!) : before.No is ApiRequestRefusal.DoneBefore ? await Later(key) : ApiProblem.Of(before.No!.Value);

    /// <summary>The same request is being answered right now, or its process ended before it was.</summary>
    private async Task<ApiAnswer> Later(RequestKey key)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (await requests.Before(key) is { Ok: true, Value: { } kept }) return ApiAnswer.Again(kept);
            await Task.Delay(100);
        }
        return ApiProblem.Of(ApiRequestRefusal.DoneBefore);
    }

    private async Task<bool> Finds(ApiCall call)
    {
        var values = call.Http.Request.RouteValues;
        var named = values.TryGetValue("series", out var name) ? await series.Locate($"{name}") : null;
        if (values.TryGetValue("session", out var id)) named = await series.Of(Guid.Parse($"{id}"));
        else if (name is null) return true;
        if (named is null || !call.Who.May(Act.ReadSeries, named.Id)) return false;
        call.Series = named;
        return true;
    }

    private static Guid IdOf(ApiCall call, IsRevised revised) => revised.IsSeries ? call.Series.Id : Guid.Parse($"{call.Http.Request.RouteValues["session"]}");
}

/// <summary>Of an address whose series or session is changed under If-Match.</summary>
internal sealed record IsRevised(bool IsSeries);

/// <summary>Of an address whose content has versions of its own: its act looks at If-Match and If-None-Match itself.</summary>
internal sealed record IsVersioned;
