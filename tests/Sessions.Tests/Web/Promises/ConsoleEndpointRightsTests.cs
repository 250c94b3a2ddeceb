using Sessions.People;
using Sessions.Tests.Support;
using Right = Sessions.People.Role;

namespace Sessions.Tests.Web.Promises;

/// <summary>The console's addresses that no circuit answers (lists, paper, files): by everybody, on what is their own and on what is somebody else's.</summary>
public sealed class ConsoleEndpointRightsTests
{
    /// <summary>What each asks of the one who comes; a new address belongs here.</summary>
    private static readonly Dictionary<string, Act> Asks = new(StringComparer.Ordinal)
    {
        ["/host/sessions/{session:guid}/people.csv"] = Act.ExportAttendees,
        ["/host/sessions/{session:guid}/people/print"] = Act.ExportAttendees,
        ["/host/sessions/{session:guid}/files/{id:guid}"] = Act.ReadSeries,
        ["/host/sessions/{session:guid}/files"] = Act.PostResource,
        ["/host/sessions/{session:guid}/uploads"] = Act.PostResource,
        ["/host/sessions/{session:guid}/uploads/{upload:guid}"] = Act.PostResource,
        ["/host/sessions/{session:guid}/captions/{recording:guid}/{language}.vtt"] = Act.EditArchive,
        ["/host/series/{slug}/sessions.csv"] = Act.EditSeries,
        ["/host/series/{slug}/sessions.json"] = Act.EditSeries,
        ["/host/series/{slug}/sessions.ics"] = Act.EditSeries,
    };

    [Fact]
    public async Task Who_may_gets_it_and_everybody_else_finds_nothing_there()
    {
        await using var site = await WholeSite.Open();
        var third = (await new Samples(site.Database).Series("third", "Third").Save()).LastSeries.Id;
        await site.Get<HostService>().InviteHelper("helper.here@example.org", site.SeriesId);
        await site.Get<HostService>().InviteHost("host.elsewhere@example.org", third);
        (string Who, Right? Role, Visitor Visitor)[] all =
        [
            ("nobody", null, await Visitor.As(site, Role.Anybody)),
            ("a host elsewhere", null, await Visitor.SignedIn(site, "host.elsewhere@example.org")),
            ("a helper", Right.Helper, await Visitor.SignedIn(site, "helper.here@example.org")),
            ("the host", Right.Host, await Visitor.SignedIn(site, site.Known.Host)),
        ];
        var routes = SiteRoute.Of(site.Services).Where(r => r.Page is null && r.Pattern.StartsWith("/host/", StringComparison.Ordinal)).ToList();
        Assert.Equal(Asks.Keys.Order(StringComparer.Ordinal), routes.Select(r => r.Pattern).Distinct().Order(StringComparer.Ordinal));

        var (before, faults) = (await State(site), new List<string>());
        foreach (var route in routes)
        {
            var own = await KnownRoutes.Values(site, route);
            foreach (var (who, role, visitor) in all)
            {
                var mayHere = role is { } known && Rights.Allow(known, Asks[route.Pattern]);
                if (await Comes(visitor, route, route.With(own!)) != mayHere) faults.Add($"{who} at {route.Pattern}: {(mayHere ? "is turned away" : "gets in")}");
                var foreign = new Dictionary<string, string>(own!, StringComparer.OrdinalIgnoreCase) { ["session"] = site.Known.ForeignSession.ToString(), ["slug"] = "other" };
                if (await Comes(visitor, route, route.With(foreign))) faults.Add($"{who} gets at somebody else's {route.Pattern}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(before, await State(site));
    }

    /// <summary>
    /// A form without the page's own token is a bad request, and says so to nobody but those who may send it; so is an upload without its
    /// protocol, and so are captions without a time. An upload on its way is its sender's alone, so each begins one.
    /// </summary>
    private static async Task<bool> Comes(Visitor visitor, SiteRoute route, string path)
    {
        if (route.Pattern.EndsWith("/uploads", StringComparison.Ordinal)) return (await visitor.Send(HttpMethod.Post, path)).Status is 412;
        if (route.Pattern.EndsWith("/{upload:guid}", StringComparison.Ordinal))
        {
            if ((await visitor.Send(HttpMethod.Head, path, Tus("1"))).Status is not 404) return true;
            if ((await visitor.Send(HttpMethod.Post, path[..path.LastIndexOf('/')], Tus("1"))).Location is not { } own) return false;
            return (await visitor.Send(HttpMethod.Head, own, Tus("1"))).Status is 200 && (await visitor.Send(HttpMethod.Delete, own, Tus("1"))).Status is 204;
        }
        if (route.TakesGet) return (await visitor.Get(path)).Status is 200;
        if (route.Methods.Contains("PUT"))
        {
            using var faulty = new StringContent("No captions at all");
            return (await visitor.Send(HttpMethod.Put, path, faulty)).Status is 422;
        }
        using var form = new MultipartFormDataContent { { new StringContent("Slides"), "title" } };
        return (await visitor.Send(HttpMethod.Post, path, form)).Status is 400;
    }

    private static ByteArrayContent Tus(string length) => new([]) { Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Length", length } } };

    private static async Task<string> State(WholeSite site)
    {
        await using var db = site.Database.Read();
        return await Tables.Hash(db);
    }
}
