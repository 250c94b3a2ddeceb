using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Sessions.People;

namespace Sessions.Web.Api;

/// <summary>What the API answers, well or not; written in one place.</summary>
internal class ApiAnswer : IResult
{
    private const string Problem = "application/problem+json";
    private const string Json = "application/json";

    /// <summary>Tells a version that is kept from a revision.</summary>
    private const string VersionMark = "v:";

    private byte[]? _body;

    public int Status { get; init; } = StatusCodes.Status200OK;

    public object? Value { get; init; }

    /// <summary>JSON that was written before.</summary>
    public string? Written { get; init; }

    public string? Location { get; init; }

    /// <summary>Of what can be changed under If-Match; what is only read is named by its content.</summary>
    public int? Revision { get; init; }

    /// <summary>Of what has versions of its own, in letters and digits; see <see cref="IsVersioned"/>.</summary>
    public string? Version { get; init; }

    public bool IsProblem => Status >= StatusCodes.Status400BadRequest;

    /// <summary>Nothing to add: it is done.</summary>
    public static ApiAnswer Done { get; } = new() { Status = StatusCodes.Status204NoContent };

    /// <summary>A "no", or nothing to add.</summary>
    public static ApiAnswer Of(Enum? no) => no is null ? Done : ApiProblem.Of(no);

    public KeptAnswer Keep() => new(Status, Bytes() is { Length: > 0 } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null, Location, Revision?.ToString(CultureInfo.InvariantCulture) ?? (Version is null ? null : VersionMark + Version));

    public static ApiAnswer Again(KeptAnswer kept) => new()
    {
        Status = kept.Status,
        Written = kept.Body,
        Location = kept.Location,
        Revision = kept.ETag is { } revision && !revision.StartsWith(VersionMark, StringComparison.Ordinal) ? int.Parse(revision, CultureInfo.InvariantCulture) : null,
        Version = kept.ETag is { } version && version.StartsWith(VersionMark, StringComparison.Ordinal) ? version[VersionMark.Length..] : null,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response, bytes) = (httpContext.Request, httpContext.Response, Bytes());
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        response.Headers.CacheControl = reads && !IsProblem && bytes.Length > 0 ? "private, no-cache" : "no-store";
        response.Headers.Location = Location;
        var tag = Revision is { } revision ? ApiTerms.Tag(revision) : Version is { } version ? new($"\"{version}\"") : reads && !IsProblem && bytes.Length > 0 ? Named(bytes) : null;
        if (tag is not null) response.Headers.ETag = tag.ToString();
        if (reads && tag is not null && request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(tag, useStrongComparison: false) || seen.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        if (bytes.Length == 0) return;
        response.ContentType = IsProblem ? Problem : Json;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private static EntityTagHeaderValue Named(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"", isWeak: true);

    private byte[] Bytes() => _body ??= Written is not null ? System.Text.Encoding.UTF8.GetBytes(Written)
        : Value is null ? [] : JsonSerializer.SerializeToUtf8Bytes(Value, Value.GetType(), ApiJson.Options);
}

/// <summary>An answer with a body of that shape, which the description of the API names.</summary>
internal sealed class ApiAnswer<T> : ApiAnswer, IEndpointMetadataProvider where T : class
{
    public static implicit operator ApiAnswer<T>(T value) => new() { Value = value };

    public static implicit operator ApiAnswer<T>(Enum no) => Of(ApiProblem.Of(no));

    public static ApiAnswer<T> NotFound { get; } = Of(ApiProblem.NotFound);

    public static ApiAnswer<T> Made(string location, T value) => new() { Status = StatusCodes.Status201Created, Location = location, Value = value };

    public static ApiAnswer<T> At(int revision, T value) => new() { Value = value, Revision = revision };

    public static ApiAnswer<T> At(string version, T value) => new() { Value = value, Version = version };

    public static ApiAnswer<T> OrNotFound(T? value) => value is null ? NotFound : value;

    /// <summary>A problem with a sentence of its own.</summary>
    public static ApiAnswer<T> Of(ApiAnswer problem) => new() { Status = problem.Status, Value = problem.Value };

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
