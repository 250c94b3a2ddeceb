using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Sessions.Web.Public;

/// <summary>The pages anybody may read. Components returned by endpoints, because those can be cached; routable ones cannot.</summary>
public static class PublicPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPublicPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddSingleton<PublicCache>().AddSingleton<AssetLinks>().AddSingleton<SignUpLimits>().AddSingleton<KnownVisitors>();
        services.AddOutputCache(options => options.MaximumBodySize = 1024 * 1024);
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>()
            .Configure<PublicCache>((options, cache) => options.AddPolicy(nameof(PublicCache), cache));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>What is cached is compressed once; pages that hold a secret or a token are never compressed.</summary>
    public static void UsePublicPages(this WebApplication app)
    {
        // A scope of its own: the page that failed has used up what a page is rendered with.
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true });
        app.UseOutputCache();
        app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null, pages => pages.UseResponseCompression());
    }

    public static void MapPublicPages(this WebApplication app)
    {
        app.MapSignUp();
        app.MapSeriesSignUp();
        app.MapQuestions();
        app.MapProposals();
        app.MapReports();
        app.MapOwnData();
        app.MapPortraits();
        app.MapResources();
        var pages = app.MapGroup("").WithMetadata(new PublicPage()).CacheOutput(nameof(PublicCache));
        pages.MapMethods("/", Reading, PublicEndpoints.Home);
        pages.MapMethods("/series/{slug}", Reading, PublicEndpoints.Series);
        pages.MapMethods("/series/{slug}/{session}", Reading, PublicEndpoints.Session);
        pages.MapMethods("/series/{slug}/{session}/card.svg", Reading, PublicEndpoints.Card);
        pages.MapMethods("/embed/{slug}/{session}", Reading, EmbedEndpoint.Show);
        pages.MapMethods("/people/{slug}", Reading, PublicEndpoints.Speaker);
        pages.MapMethods("/archive", Reading, ArchiveEndpoint.Show).WithMetadata(new VariesBy(SearchAddress.Keys));
        pages.MapMethods("/offer", Reading, ProposalEndpoints.Show).WithMetadata(new VariesBy(["series"]));
        foreach (var key in SiteTextDefaults.Keys) pages.MapMethods("/" + key, Reading, (Sessions.Views.SiteTextView view) => PublicEndpoints.SiteText(key, view));
        app.MapMethods("/series/{slug}/cover-{hue:int}.png", Reading, PublicEndpoints.Cover);
        app.MapMethods("/accent/{hues}.css", Reading, PublicEndpoints.Accent);
        app.MapForm("/appearance", Appearance.Choose).DisableAntiforgery();
        app.Map("/error", PublicEndpoints.Error);
        app.MapFallback("{*path}", http => NotFoundResult.Page().ExecuteAsync(http));
    }

    /// <summary>Marks what may be cached and compressed.</summary>
    private sealed class PublicPage;
}
