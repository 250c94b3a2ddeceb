using Microsoft.AspNetCore.Http.HttpResults;
using Sessions.Data;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>The archive by year, or what of it was asked for.</summary>
internal static class ArchiveEndpoint
{
    public static async Task<IResult> Show(ArchiveView view, ArchiveSearch search, PublicCache cache, TimeProvider time, HttpContext http)
    {
        var ask = SearchAddress.Read(http.Request.Query);
        var now = time.Now();
        if (ask.IsAsked)
        {
            var found = await search.Read(ask, now);
            if (found.Hits.Count == 0 && ask.Page > 1) return NotFoundResult.Page();
            cache.EndAt(http, found.ValidUntil);
            return new RazorComponentResult<SearchPage>(new { Facts = found }) { PreventStreamingRendering = true };
        }
        var facts = await view.Read(ask.Page, now);
        if (facts.Held.Count == 0 && ask.Page > 1) return NotFoundResult.Page();
        cache.EndAt(http, facts.ValidUntil);
        return new RazorComponentResult<ArchivePage>(new { Facts = facts }) { PreventStreamingRendering = true };
    }
}
