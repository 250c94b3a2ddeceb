using System.Text.Json;
using System.Text.Json.Nodes;
using Sessions.Data;
using Sessions.Tests.Support;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

/// <summary>Every write of the API, sent what no program should send.</summary>
public sealed class ApiJunkTests
{
    private static readonly string[] Broken = ["", "{", "null", "[]", "\"words\"", "{\"nobodyReadsThis\":1}", "\u0000", new('[', 5_000)];

    [Theory, EachDatabase]
    public async Task No_write_fails_at_junk_and_every_refusal_is_a_problem_with_a_code(DatabaseProvider provider)
    {
        await using var site = await WholeSite.Open(provider);
        var api = await ApiClient.For(site, site.Known.Admin);
        var faults = new HashSet<string>();
        foreach (var route in ApiRoute.Of(site.Services).Where(r => r.Writes && !r.Pattern.StartsWith("/mails/test", StringComparison.Ordinal) && !r.Pattern.StartsWith("/tokens", StringComparison.Ordinal)))
        {
            var (path, sample) = (Path(site, route, await Seed.Fresh(site)), ApiCalls.All[route.Name].Body);
            var bodies = sample is null ? [""] : Broken.Concat(JsonSerializer.SerializeToNode(sample) is { } good ? Members(good).SelectMany(at => Junks().Select(junk => With(good, at, junk))) : []);
            foreach (var body in bodies)
            {
                var answer = await api.Send(new(route.Method), $"/api/v1{path}", ApiClient.Json(body));
                if (answer.Status >= 500 || (answer.Status >= 400 && !answer.IsProblem)) faults.Add($"{route.Name} answers {answer.Status} {answer.Text} to {body[..Math.Min(body.Length, 120)]}");
            }
        }

        await using var db = site.Database.Read();
        faults.UnionWith(await Tables.Unfit(db));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_or_too_large_is_refused_by_name()
    {
        await using var site = await WholeSite.Open();
        var api = await ApiClient.For(site, site.Known.Admin);
        using var form = new FormUrlEncodedContent([new("name", "A series")]);
        using var large = ApiClient.Json($"{{\"name\":\"{new string('x', 1024 * 1024)}\"}}")!;

        Assert.Equal((404, "notFound"), ((await api.Get("nowhere")) is var none ? (none.Status, none.Code) : default));
        Assert.Equal((404, "notFound"), ((await api.Delete("series")) is var method ? (method.Status, method.Code) : default));
        Assert.Equal("notJson", (await api.Send(HttpMethod.Post, "series", form)).Code);
        Assert.Equal((413, "bodyTooLarge"), ((await api.Send(HttpMethod.Post, "series", large)) is var no ? (no.Status, no.Code) : default));
        Assert.StartsWith("zone can't be read", (await api.Post("series", "{\"zone\":5}"))["detail"], StringComparison.Ordinal);
        Assert.StartsWith("venue.roomlink can't be read", (await api.Post("series", "{\"venue\":{\"roomlink\":5}}"))["detail"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_reading_by_any_token_changes_anything()
    {
        await using var site = await WholeSite.Open();
        var clients = new[] { await ApiClient.For(site, site.Known.Admin), await ApiClient.For(site, site.Known.Host), new ApiClient(site.Client, null) };
        var before = await State(site);

        foreach (var api in clients)
            foreach (var route in ApiRoute.Of(site.Services))
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
                    Assert.InRange((await api.Send(method, $"/api/v1{Path(site, route, site.SessionId)}", null)).Status, 200, 499);

        Assert.Equal(before, await State(site));
    }

    private static string Path(WholeSite site, ApiRoute route, Guid session) =>
        new ApiPlaces(site.SeriesId, session, site.Known.AppearanceId, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), site.Known.SpeakerFile, site.Known.Mail, Guid.NewGuid()).Path(route.Pattern);

    /// <summary>Ways to every value in it.</summary>
    private static IEnumerable<string[]> Members(JsonNode node) => node switch
    {
        JsonObject all => all.SelectMany(m => m.Value is null ? [[m.Key]] : Members(m.Value).Select(rest => rest.Prepend(m.Key).ToArray()).Append([m.Key])),
        JsonArray list => list.SelectMany((item, at) => item is null ? [] : Members(item).Select(rest => rest.Prepend($"{at}").ToArray())),
        _ => [],
    };

    private static IEnumerable<JsonNode?> Junks() =>
        [.. Junk.All.Select(j => (JsonNode?)JsonValue.Create(j.Text)), JsonValue.Create(-1), JsonValue.Create(int.MaxValue), JsonValue.Create(1e300), JsonValue.Create(true), null, new JsonArray(), new JsonArray((JsonNode?)null), new JsonObject()];

    private static string With(JsonNode good, string[] at, JsonNode? junk)
    {
        var copy = good.DeepClone();
        var inside = copy;
        foreach (var step in at[..^1]) inside = inside is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : inside[step]!;
        inside[at[^1]] = junk?.DeepClone();
        return copy.ToJsonString();
    }

    private static async Task<string> State(WholeSite site)
    {
        await using var db = site.Database.Read();
        return await Tables.Hash(db);
    }
}
