using Microsoft.AspNetCore.StaticAssets;

namespace Sessions.Web.Public;

/// <summary>The fingerprinted address of each file of ours, also where a page is not routed by a component (endpoints, errors, 404).</summary>
public sealed class AssetLinks(EndpointDataSource endpoints)
{
    private readonly Lazy<Dictionary<string, string>> _links = new(() => Read(endpoints));

    /// <param name="path">"css/site.css"</param>
    public string this[string path] => "/" + _links.Value.GetValueOrDefault(path, path);

    private static Dictionary<string, string> Read(EndpointDataSource endpoints)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
            if (asset.Properties.FirstOrDefault(p => p.Name == "label") is { Value: { } label }) links[label] = asset.Route;
        return links;
    }
}
