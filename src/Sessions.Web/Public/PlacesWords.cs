using Microsoft.Extensions.Localization;
using Sessions.Scheduling;

namespace Sessions.Web.Public;

/// <summary>Places in bands; only the console shows figures.</summary>
public static class PlacesWords
{
    public static string Short(PlacesBand band, IStringLocalizer<Words> l) => band switch
    {
        PlacesBand.Places => l["Places left"],
        PlacesBand.LastPlaces => l["Last places"],
        _ => l["Full, with a waiting list"],
    };
}
