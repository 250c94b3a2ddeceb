using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Sessions.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Total">Of all parts.</param>
/// <param name="Next">Address of the next part; null on the last.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>Which part is asked for: "?offset=100&amp;limit=50".</summary>
internal sealed record ApiPart(int Offset, int Limit)
{
    public const int Most = 200;
    private const int Usual = 50;

    public static ValueTask<ApiPart> BindAsync(HttpContext http) => ValueTask.FromResult(new ApiPart(Math.Max(0, Number(http, "offset", 0)), Math.Clamp(Number(http, "limit", Usual), 1, Most)));

    public ApiPage<T> Of<T>(HttpContext http, IEnumerable<T> items, int total) =>
        new([.. items], total, Offset + Limit < total ? Address(http, Offset + Limit) : null);

    /// <summary>Of a list that is there whole.</summary>
    public ApiPage<T> Of<T>(HttpContext http, IReadOnlyList<T> all) => Of(http, all.Skip(Offset).Take(Limit), all.Count);

    private string Address(HttpContext http, int offset)
    {
        var query = new QueryBuilder(http.Request.Query.Where(q => q.Key is not ("offset" or "limit")).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")))
        {
            { "offset", offset.ToString(CultureInfo.InvariantCulture) },
            { "limit", Limit.ToString(CultureInfo.InvariantCulture) },
        };
        return http.Request.Path + query.ToString();
    }

    private static int Number(HttpContext http, string name, int otherwise) =>
        int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
