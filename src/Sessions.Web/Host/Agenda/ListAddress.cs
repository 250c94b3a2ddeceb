using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Sessions.Views;

namespace Sessions.Web.Host.Agenda;

/// <summary>What the address of the list of sessions says.</summary>
public static class ListAddress
{
    public static string Of(HostedSearch search)
    {
        var query = new QueryBuilder();
        FilterText.Write(search.Filter, query);
        if (search.Words is { } words) query.Add("words", words);
        if (search.From is { } from) query.Add("from", FilterText.Iso(from));
        if (search.Until is { } until) query.Add("until", FilterText.Iso(until));
        if (search.Skip > 0) query.Add("skip", search.Skip.ToString(CultureInfo.InvariantCulture));
        return $"/host/sessions{query}";
    }
}
