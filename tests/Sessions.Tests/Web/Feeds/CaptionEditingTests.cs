using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sessions.People;
using Sessions.Tests.Web.Api;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Feeds;

/// <summary>The address that the editor of captions reads and saves at, and its twin in the API.</summary>
public sealed class CaptionEditingTests
{
    private const string Track = "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nGood evening\n";

    [Fact]
    public async Task A_track_is_read_with_its_version_and_saved_in_place_of_that_version_alone()
    {
        await using var site = await WholeSite.Open();
        var (host, path) = (await Visitor.As(site, Promises.Role.Host), Path(site));
        var read = await Send(site, host, HttpMethod.Get, path);
        Assert.Equal((200, "no-store, private"), (read.Status, read.Cache));
        Assert.Equal(204, (await Send(site, host, HttpMethod.Get, Path(site, "fr"))).Status);

        var saved = await Send(site, host, HttpMethod.Put, path, Track, read.Tag);
        var late = await Send(site, host, HttpMethod.Put, path, Track.Replace("evening", "night", StringComparison.Ordinal), read.Tag);

        Assert.Equal((200, $"\"{saved.Json.GetProperty("version").GetString()}\"", Track), (saved.Status, (await Send(site, host, HttpMethod.Get, path)).Tag, saved.Json.GetProperty("text").GetString()));
        Assert.Equal((412, Track, saved.Json.GetProperty("version").GetString()), (late.Status, late.Json.GetProperty("text").GetString(), late.Json.GetProperty("version").GetString()));
        Assert.Equal(Track, await site.Client.GetStringAsync(new Uri($"/captions/{site.Known.Recording}/en.vtt", UriKind.Relative)));
        Assert.Equal(200, (await Send(site, host, HttpMethod.Put, Path(site, "fr"), Track, "*", isNew: true)).Status);
        Assert.Equal(412, (await Send(site, host, HttpMethod.Put, Path(site, "fr"), Track, "*", isNew: true)).Status);
    }

    [Fact]
    public async Task Faults_come_back_with_their_lines_and_sentences_and_junk_breaks_nothing()
    {
        await using var site = await WholeSite.Open();
        var (host, path) = (await Visitor.As(site, Promises.Role.Host), Path(site));

        var faulty = await Send(site, host, HttpMethod.Put, path, "WEBVTT\n\n00:00:04.000 --> 00:00:01.000\nOne\n\n00:00:05.000 --> 00:00:06.000\n\n");

        Assert.Equal(422, faulty.Status);
        Assert.Equal(["3 it ends before it begins.", "6 there are no words below this time."], faulty.Json.GetProperty("faults").EnumerateArray().Select(f => $"{f.GetProperty("line")} {f.GetProperty("words").GetString()}"));
        foreach (var junk in Junk.All.Select(j => j.Text).Append("").Append("WEBVTT\n\n0:00 --> 0:01\n\0\uD800x"))
            foreach (var tag in new[] { null, "*", "\"x\"", "W/\"x\"", "x", "\"a\", \"b\"", new string('"', 9) })
                foreach (var isNew in new[] { true, false })
                    Assert.InRange((await Send(site, host, HttpMethod.Put, Path(site, "es"), junk, tag, isNew)).Status, 200, 422);
        foreach (var language in new[] { "english", "x", "%00", new string('e', 400) })
            Assert.InRange((await Send(site, host, HttpMethod.Put, Path(site, language), Track)).Status, 400, 404);
    }

    [Fact]
    public async Task Nobody_saves_without_the_right_to_or_from_another_site()
    {
        await using var site = await WholeSite.Open();
        await site.Get<HostService>().InviteHelper("helper.here@example.org", site.SeriesId);
        var (host, path) = (await Visitor.As(site, Promises.Role.Host), Path(site));
        foreach (var visitor in new[] { await Visitor.As(site, Promises.Role.Anybody), await Visitor.SignedIn(site, "helper.here@example.org") })
            Assert.Equal((404, 404), ((await Send(site, visitor, HttpMethod.Put, path, Track)).Status, (await Send(site, visitor, HttpMethod.Get, path)).Status));
        Assert.Equal(404, (await Send(site, host, HttpMethod.Put, path.Replace($"{site.Known.HeldId}", $"{site.SessionId}", StringComparison.Ordinal), Track)).Status);
        Assert.Equal(404, (await Send(site, host, HttpMethod.Put, path.Replace($"{site.Known.HeldId}", $"{site.Known.ForeignSession}", StringComparison.Ordinal), Track)).Status);
        Assert.Equal(403, (await Send(site, host, HttpMethod.Put, path, Track, from: "cross-site")).Status);
        Assert.DoesNotContain("Good evening", await site.Client.GetStringAsync(new Uri($"/captions/{site.Known.Recording}/en.vtt", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_takes_the_same_terms_and_answers_the_same_key_with_the_same_version()
    {
        await using var site = await WholeSite.Open();
        var (api, path) = (await ApiClient.For(site, site.Known.Host), $"sessions/{site.Known.HeldId}/archive/{site.Known.Recording}/captions/en");
        var read = await api.Get(path);

        var saved = await Put(api, path, Track, read.Tag, "one");

        Assert.Equal((200, 304), (saved.Status, (await api.Get(path, saved.Tag)).Status));
        Assert.Equal((saved.Text, saved.Tag), ((await Put(api, path, Track, read.Tag, "one")).Text, (await Put(api, path, Track, read.Tag, "one")).Tag));
        Assert.Equal((412, "stale"), ((await Put(api, path, Track, read.Tag)).Status, (await Put(api, path, Track, read.Tag)).Code));
        Assert.Equal(412, (await api.Send(HttpMethod.Put, path, Body(Track), r => r.Headers.TryAddWithoutValidation("If-None-Match", "*"))).Status);
        Assert.Equal(200, (await Put(api, path, Track, saved.Tag)).Status);
        Assert.Equal(200, (await Put(api, path, Track, null)).Status);
    }

    private static string Path(WholeSite site, string language = "en") => $"/host/sessions/{site.Known.HeldId}/captions/{site.Known.Recording}/{language}.vtt";

    private static Task<ApiResult> Put(ApiClient api, string path, string track, string? seen, string? key = null) => api.Send(HttpMethod.Put, path, Body(track), request =>
    {
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
    });

    private static ByteArrayContent Body(string track) => new(Encoding.UTF8.GetBytes(track)) { Headers = { ContentType = new MediaTypeHeaderValue("text/vtt") } };

    /// <param name="isNew">The tag is one that there must not be.</param>
    private static async Task<Edited> Send(WholeSite site, Visitor visitor, HttpMethod method, string path, string? track = null, string? tag = null, bool isNew = false, string from = "same-origin")
    {
        using var request = new HttpRequestMessage(method, path) { Content = track is null ? null : Body(track) };
        request.Headers.Add("Sec-Fetch-Site", from);
        if (visitor.Cookies.Length > 0) request.Headers.Add("Cookie", visitor.Cookies);
        if (tag is not null) request.Headers.TryAddWithoutValidation(isNew ? "If-None-Match" : "If-Match", tag);
        using var answer = await site.Client.SendAsync(request);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.ToString(), answer.Headers.CacheControl?.ToString());
    }

    private sealed record Edited(int Status, string Text, string? Tag, string? Cache)
    {
        public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    }
}
