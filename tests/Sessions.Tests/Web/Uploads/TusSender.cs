using System.Globalization;
using System.Text;

namespace Sessions.Tests.Web.Uploads;

/// <summary>Speaks tus 1.0.0 header by header.</summary>
internal sealed class TusSender(HttpClient client, string endpoint)
{
    /// <summary>Sent with every request; null leaves one out.</summary>
    public Dictionary<string, string?> Always { get; } = new(StringComparer.Ordinal) { ["Tus-Resumable"] = "1.0.0" };

    public string Endpoint => endpoint;

    public Task<HttpResponseMessage> Create(long length, string name = "talk.mp4", params (string Key, string Value)[] more) =>
        Send(HttpMethod.Post, endpoint, null, ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", Metadata([("filename", name), .. more])));

    /// <returns>Where it stands.</returns>
    public async Task<string> Begin(long length, string name = "talk.mp4", params (string Key, string Value)[] more)
    {
        using var answer = await Create(length, name, more);
        Assert.Equal(201, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> Head(string upload) => Send(HttpMethod.Head, upload);

    public Task<HttpResponseMessage> Delete(string upload) => Send(HttpMethod.Delete, upload);

    public Task<HttpResponseMessage> Patch(string upload, long offset, byte[] bytes, params (string Name, string Value)[] headers) => Patch(upload, offset, new ByteArrayContent(bytes), headers);

    public Task<HttpResponseMessage> Patch(string upload, long offset, HttpContent content, params (string Name, string Value)[] headers)
    {
        content.Headers.ContentType ??= new("application/offset+octet-stream");
        return Send(HttpMethod.Patch, upload, content, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);
    }

    /// <summary>Where the server says it stands; null where it is none any more.</summary>
    public async Task<long?> Offset(string upload)
    {
        using var answer = await Head(upload);
        return answer.IsSuccessStatusCode ? Number(answer, "Upload-Offset") : null;
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in Always.Where(h => h.Value is not null)) request.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public static long Number(HttpResponseMessage answer, string header) => long.Parse(Assert.Single(answer.Headers.GetValues(header)), CultureInfo.InvariantCulture);

    public static string Metadata(IEnumerable<(string Key, string Value)> all) => string.Join(',', all.Select(m => $"{m.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(m.Value))}"));
}
