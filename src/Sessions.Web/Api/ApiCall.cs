using Sessions.People;
using Sessions.Scheduling;

namespace Sessions.Web.Api;

/// <summary>One call: who calls, and the series its address names.</summary>
internal sealed class ApiCall
{
    private readonly ApiCaller _caller;
    private SeriesPlace? _series;

    private ApiCall(HttpContext http) => (Http, _caller) = (http, http.Features.Get<ApiCaller>() ?? throw new InvalidOperationException("Nobody calls."));

    public HttpContext Http { get; }

    public Actor Who => _caller.Who;

    public ApiCaller Caller => _caller;

    /// <summary>That of the address, or of the session in it.</summary>
    public SeriesPlace Series
    {
        get => _series ?? throw new InvalidOperationException("This address names no series.");
        set => _series = value;
    }

    public CancellationToken Stop => Http.RequestAborted;

    public static ApiCall Of(HttpContext http)
    {
        if (http.Features.Get<ApiCall>() is { } call) return call;
        http.Features.Set(call = new ApiCall(http));
        return call;
    }

    public static ValueTask<ApiCall> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));
}
