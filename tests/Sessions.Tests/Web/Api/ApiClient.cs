using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Sessions.People;
using Sessions.Tests.Web.Promises;

namespace Sessions.Tests.Web.Api;

/// <summary>A program that calls the API with one token.</summary>
internal sealed class ApiClient(HttpClient http, string? secret)
{
    /// <summary>For whoever the site knows by that address.</summary>
    public static async Task<ApiClient> For(WholeSite site, string address, Guid? seriesId = null, bool isReadOnly = false) =>
        new(site.Client, (await site.Get<ApiTokenService>().CreateFor(address, "A test", seriesId, isReadOnly)).Value!.Secret);

    public Task<ApiResult> Get(string path, string? seen = null) => Send(HttpMethod.Get, path, null, request => request.Headers.TryAddWithoutValidation("If-None-Match", seen));

    public Task<ApiResult> Post(string path, object? body = null, string? key = null) => Send(HttpMethod.Post, path, Json(body), request => Keyed(request, key));

    public Task<ApiResult> Put(string path, object body, string? seen = null, string? key = null) => Send(HttpMethod.Put, path, Json(body), request =>
    {
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        Keyed(request, key);
    });

    public Task<ApiResult> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public async Task<ApiResult> Send(HttpMethod method, string path, HttpContent? content, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}") { Content = content };
        if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        with?.Invoke(request);
        using var answer = await http.SendAsync(request);
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.ToString(), answer.Headers.Location?.ToString());
    }

    public static HttpContent? Json(object? body) => body switch
    {
        null => null,
        string text => new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
        _ => JsonContent.Create(body),
    };

    private static void Keyed(HttpRequestMessage request, string? key)
    {
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
    }
}

internal sealed record ApiResult(int Status, string? Type, string Text, string? Tag, string? Location)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonDocument.Parse(Text).RootElement;

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public string? this[string member] => Json.GetProperty(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : Json.GetProperty(member).GetRawText();

    /// <summary>Of a problem.</summary>
    public string? Code => Type == "application/problem+json" ? this["code"] : null;

    public bool IsProblem => Type == "application/problem+json" && Json.GetProperty("status").GetInt32() == Status
        && Json.TryGetProperty("title", out _) && Json.TryGetProperty("detail", out _) && Json.TryGetProperty("code", out _);
}
