using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Sessions.Tests.Web.Promises;

/// <summary>One entry of the running app's route table.</summary>
/// <param name="Methods">Empty is every method.</param>
/// <param name="Page">Of a routable page. The framework lets every one of them take GET and POST; one without a form answers a POST with 400.</param>
internal sealed partial record SiteRoute(string Pattern, IReadOnlySet<string> Methods, Type? Page)
{
    /// <summary>What is walked elsewhere or not ours to test, and why.</summary>
    private static readonly (string Prefix, string Why)[] Elsewhere =
    [
        ("/_blazor", "the circuit's own protocol: its acts reach our services, which are tested by themselves"),
        ("/_framework", "the framework's script"),
        ("/api/v1", "answers tokens alone, in JSON: its own tests walk it"),
    ];

    public bool TakesPost => Methods.Count == 0 || Methods.Contains(HttpMethods.Post);

    public bool TakesGet => Methods.Count == 0 || Methods.Contains(HttpMethods.Get);

    public bool TakesForm => Page is null || Page.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
        .Any(p => p.IsDefined(typeof(SupplyParameterFromFormAttribute), inherit: true));

    public IEnumerable<string> Parameters => Parameter().Matches(Pattern).Select(p => p.Groups["name"].Value);

    public static IReadOnlyList<SiteRoute> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => new SiteRoute("/" + e.RoutePattern.RawText!.TrimStart('/'), (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).ToHashSet(),
                e.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type))
            .Where(r => !Array.Exists(Elsewhere, f => r.Pattern.StartsWith(f.Prefix, StringComparison.Ordinal))),
    ];

    /// <summary>Does an address lead here?</summary>
    public bool Fits(string path) => Regex.IsMatch(path, "^" + Parameter().Replace(Regex.Escape(Pattern).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    public string With(IReadOnlyDictionary<string, string> values) => Parameter().Replace(Pattern, p => Uri.EscapeDataString(values[p.Groups["name"].Value]));

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
