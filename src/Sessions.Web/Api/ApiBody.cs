using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Sessions.Web.Api;

/// <summary>The JSON of a request: read whole, so that a key can be held against it, and answered with a sentence where it can't be read.</summary>
internal sealed class ApiBody<T> : IApiBody, IEndpointParameterMetadataProvider where T : class
{
    private const int MostBytes = 1024 * 1024;

    private readonly T? _value;

    private ApiBody(T? value, ApiAnswer? problem, byte[] hash) => (_value, Problem, Hash) = (value, problem, hash);

    /// <summary>Only read when there is no <see cref="Problem"/>; the gate sees to that.</summary>
    public T Value => _value!;

    public ApiAnswer? Problem { get; }

    public byte[] Hash { get; }

    public static async ValueTask<ApiBody<T>> BindAsync(HttpContext http)
    {
        var bytes = await Read(http);
        if (bytes is null) return Refused(StatusCodes.Status413PayloadTooLarge, "bodyTooLarge", "The body is larger than 1 MiB.");
        if (!http.Request.HasJsonContentType()) return Refused(StatusCodes.Status415UnsupportedMediaType, "notJson", "Send JSON, with \"Content-Type: application/json\".");
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ApiJson.Options) is { } value
                ? new(value, null, SHA256.HashData(bytes))
                : Refused(StatusCodes.Status400BadRequest, "bodyUnreadable", "The body is null; send a JSON object.");
        }
        catch (JsonException fault)
        {
            return Refused(StatusCodes.Status400BadRequest, "bodyUnreadable", Sentence(fault));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new ApiBodyOf(typeof(T)));

    private static ApiBody<T> Refused(int status, string code, string sentence) => new(null, ApiProblem.Of(status, code, sentence), []);

    /// <summary>Where it went wrong, without the names of our types.</summary>
    private static string Sentence(JsonException fault) => fault.Path is { Length: > 1 } path
        ? $"{path[1..].TrimStart('.')} can't be read: it is no member here, or has the wrong kind of value (line {fault.LineNumber + 1}). The shapes stand at /openapi/v1.json."
        : $"The body is no JSON object of the expected shape (line {fault.LineNumber + 1 ?? 1}). The shapes stand at /openapi/v1.json.";

    /// <returns>Null when there are too many.</returns>
    private static async Task<byte[]?> Read(HttpContext http)
    {
        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(part, http.RequestAborted) is > 0 and var count)
        {
            if (kept.Length + count > MostBytes) return null;
            kept.Write(part, 0, count);
        }
        return kept.ToArray();
    }
}

/// <summary>For the description alone: by the framework's own mark a body of another kind would be routed to the page for unknown addresses.</summary>
internal sealed record ApiBodyOf(Type Shape);

/// <summary>What the gate asks of a body before anything is done with it.</summary>
internal interface IApiBody
{
    ApiAnswer? Problem { get; }

    /// <summary>SHA-256.</summary>
    byte[] Hash { get; }
}
