using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sessions.Tests.Web.Api;

/// <summary>One call of the running app's API, from its route table.</summary>
/// <param name="Handler">The method that answers it.</param>
internal sealed record ApiRoute(string Method, string Pattern, MethodInfo Handler, Type? Body)
{
    private const string Prefix = "/api/v1";

    /// <summary>"PUT /sessions/{session:guid}".</summary>
    public string Name => $"{Method} {Pattern}";

    public bool Writes => Method is not "GET";

    /// <summary>HEAD goes with GET, OPTIONS only describes; what answers every other address is no call.</summary>
    public static IReadOnlyList<ApiRoute> Of(IServiceProvider services) =>
    [
        .. from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where pattern.StartsWith(Prefix, StringComparison.Ordinal) && !pattern.Contains("{*", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
           where method is not ("HEAD" or "OPTIONS")
           let handler = endpoint.Metadata.GetMetadata<MethodInfo>()!
           select new ApiRoute(method, pattern[Prefix.Length..], handler, Array.Find(handler.GetParameters(), p => p.ParameterType.Name == "ApiBody`1")?.ParameterType.GetGenericArguments()[0]),
    ];
}
