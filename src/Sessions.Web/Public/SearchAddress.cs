using System.Globalization;
using Sessions.Views;

namespace Sessions.Web.Public;

/// <summary>A question to the archive and its address: the same question always has the same one.</summary>
public static class SearchAddress
{
    /// <summary>All that an address may say; the cache tells pages apart by these and no other.</summary>
    public static readonly string[] Keys = ["q", "series", "year", "has", "page"];

    private const int LastPage = 100_000;

    /// <summary>What is not understood is not asked.</summary>
    public static SearchAsk Read(IQueryCollection query)
    {
        var words = query["q"].FirstOrDefault();
        return new(
            string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
            query["series"].FirstOrDefault() is { Length: > 0 and <= 80 } series ? series : null,
            Number(query["year"].FirstOrDefault(), 9999),
            query["has"].FirstOrDefault() switch { "recording" => SearchHas.Recording, "writeup" => SearchHas.WriteUp, "resources" => SearchHas.Resources, _ => null },
            Number(query["page"].FirstOrDefault(), LastPage) ?? 1);
    }

    public static string Of(SearchAsk ask)
    {
        var parts = new List<string>();
        Add("q", ask.Words);
        Add("series", ask.Series);
        Add("year", ask.Year?.ToString(CultureInfo.InvariantCulture));
        Add("has", Has(ask.Has));
        Add("page", ask.Page > 1 ? ask.Page.ToString(CultureInfo.InvariantCulture) : null);
        return parts.Count == 0 ? "/archive" : "/archive?" + string.Join('&', parts);

        void Add(string key, string? value)
        {
            if (value is not null) parts.Add($"{key}={Uri.EscapeDataString(value)}");
        }
    }

    public static string? Has(SearchHas? has) => has switch
    {
        SearchHas.Recording => "recording",
        SearchHas.WriteUp => "writeup",
        SearchHas.Resources => "resources",
        _ => null,
    };

    private static int? Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;
}
