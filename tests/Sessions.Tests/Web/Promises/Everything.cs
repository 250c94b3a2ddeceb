namespace Sessions.Tests.Web.Promises;

/// <summary>All that can be read on a site, by everybody.</summary>
internal static class Everything
{
    private static readonly Role[] Roles = [Role.Anybody, Role.Host, Role.Admin];

    /// <summary>Anybody holds every personal link; host and admin are signed in besides.</summary>
    public static async Task<IReadOnlyList<Crawl>> Crawls(WholeSite site)
    {
        var starts = Starts(site.Known).ToList();
        var crawls = new List<Crawl>();
        foreach (var role in Roles) crawls.Add(await Crawl.From(await Visitor.As(site, role), site.Client.BaseAddress!, starts));
        return crawls;
    }

    public static async Task<IEnumerable<Answered>> Crawled(WholeSite site) => (await Crawls(site)).SelectMany(c => c.Answers);

    /// <summary>Every address of the route table, with what is known in its places.</summary>
    public static async Task<IReadOnlyList<string>> Addresses(WholeSite site)
    {
        var addresses = new List<string>();
        foreach (var route in SiteRoute.Of(site.Services))
        {
            var values = await KnownRoutes.Values(site, route);
            Assert.True(values is not null, $"{route.Pattern} has a place without a known value: add it to {nameof(KnownRoutes)}");
            addresses.Add(route.With(values));
        }
        return addresses;
    }

    public static async Task<IReadOnlyList<Visitor>> Visitors(WholeSite site)
    {
        var visitors = new List<Visitor>();
        foreach (var role in Roles) visitors.Add(await Visitor.As(site, role));
        return visitors;
    }

    private static IEnumerable<string> Starts(Known known) =>
    [
        // Before the personal page makes this visitor a known one.
        "/series/open", "/series/open/1",
        $"/my/{known.My}", $"/my/{known.Feed}.ics", $"/join/{known.Join}", $"/join/{known.JoinNow}", $"/speak/{known.Speak}", $"/unsubscribe/{known.Unsubscribe}",
        $"/not-me/{known.NotMe}", "/host", "/host/series", "/host/mail", "/host/mail/incoming", "/host/texts", "/account/sign-in", "/nowhere",
    ];
}
