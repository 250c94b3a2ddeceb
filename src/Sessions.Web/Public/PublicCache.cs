using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Sessions.Data;

namespace Sessions.Web.Public;

/// <summary>
/// Keeps a public page until something it says changes: its key holds the version number read before the page's queries, and
/// the entry ends at the next moment the text depends on. (Evicting after an edit instead would lose a race: a page begun
/// before the edit would be stored after it.) A visitor with a personal cookie is neither answered from here nor kept.
/// </summary>
public sealed class PublicCache(PublicVersion version, TimeProvider time) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Answers to what strangers type: kept only so long, and only so many of them in that time.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(10);

    private const int MostAsked = 200;

    /// <summary>Cookies that may make an answer somebody's own.</summary>
    private static readonly string[] Personal = ["host", "visitor", KnownVisitors.Cookie];

    /// <summary>Versions start again with the process; validators must not.</summary>
    private readonly string _process = Guid.NewGuid().ToString("n")[..8];

    private readonly Lock _asking = new();
    private DateTimeOffset _askedSince;
    private int _asked;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var mayKeep = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && !Array.Exists(Personal, http.Request.Cookies.ContainsKey) && !http.Request.Query.ContainsKey("zone");
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = mayKeep;
        http.Response.Headers.CacheControl = mayKeep ? "no-cache" : "private, no-store";
        if (!mayKeep) return ValueTask.CompletedTask;
        var number = version.Current.ToString(CultureInfo.InvariantCulture);
        var values = context.CacheVaryByRules.VaryByValues;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.QueryKeys = new([.. http.GetEndpoint()?.Metadata.GetMetadata<VariesBy>()?.Keys ?? []]);
        values["version"] = number;
        values["theme"] = Appearance.Of(http) ?? "";
        values["encoding"] = Encoding(http.Request.Headers.AcceptEncoding);
        http.Response.Headers.ETag = $"W/\"{_process}-{number}-{values["theme"]}\"";
        http.Response.Headers.Vary = "Cookie";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var left = context.HttpContext.Items[this] is Instant until ? (until - time.Now()).ToTimeSpan() : Longest;
        var longest = IsAsked(context.HttpContext) ? LongestAsked : Longest;
        context.ResponseExpirationTimeSpan = left < longest ? left : longest;
        if (response.StatusCode != StatusCodes.Status200OK || left <= TimeSpan.Zero || !StringValues.IsNullOrEmpty(response.Headers[HeaderNames.SetCookie]))
            context.AllowCacheStorage = false;
        else if (IsAsked(context.HttpContext) && !MayKeepAsked())
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Called by the page's handler: when the text changes although nobody edits anything.</summary>
    public void EndAt(HttpContext http, Instant? until)
    {
        if (until is null) return;
        http.Items[this] = until.Value;
        if (http.Response.Headers.ETag is [{ Length: > 0 } tag]) http.Response.Headers.ETag = $"{tag[..^1]}-{until.Value.ToUnixTimeSeconds()}\"";
    }

    private static bool IsAsked(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<VariesBy>() is { } varies && varies.Keys.Any(http.Request.Query.ContainsKey);

    private bool MayKeepAsked()
    {
        lock (_asking)
        {
            var now = time.GetUtcNow();
            if (now - _askedSince >= LongestAsked) (_askedSince, _asked) = (now, 0);
            return _asked < MostAsked && ++_asked > 0;
        }
    }

    private static string Encoding(StringValues accepted)
    {
        var list = accepted.ToString();
        return list.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : list.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }
}
