using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Sessions.Data;
using Sessions.People;

namespace Sessions.Web.Api;

/// <summary>What the headers of a write ask: once only, and only what was seen.</summary>
internal static class ApiTerms
{
    private const string KeyHeader = "Idempotency-Key";

    public static EntityTagHeaderValue Tag(int revision) => new($"\"r{revision.ToString(CultureInfo.InvariantCulture)}\"");

    /// <returns>The key, or a problem, or neither where none was sent.</returns>
    public static (RequestKey? Key, ApiAnswer? Problem) Key(ApiCall call, byte[] body, TimeProvider time)
    {
        var sent = call.Http.Request.Headers[KeyHeader];
        if (sent.Count == 0) return (null, null);
        if (sent is not [{ Length: > 0 and <= RequestKey.Longest } key] || !key.All(c => c is > ' ' and <= '~'))
            return (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "keyUnreadable", $"An {KeyHeader} is one word of 1 to {RequestKey.Longest} visible ASCII characters."));
        var request = call.Http.Request;
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"), .. body]);
        return (new(call.Caller.TokenId, key, hash, time.Now()), null);
    }

    /// <param name="of">What the address names, where that has revisions.</param>
    public static (SeenRevision? Seen, ApiAnswer? Problem) Seen(HttpRequest request, (bool IsSeries, Guid Id)? of)
    {
        if (request.Headers.IfMatch.Count == 0) return (null, null);
        if (of is not { } versioned)
            return (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "noRevisions", "Nothing at this address has revisions: send no If-Match."));
        if (request.GetTypedHeaders().IfMatch is [var only])
        {
            if (only.Equals(EntityTagHeaderValue.Any)) return (null, null);
            if (!only.IsWeak && only.Tag.Value is ['"', 'r', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
                return (new(versioned.IsSeries, versioned.Id, revision), null);
        }
        return (null, ApiProblem.Of(ApiRequestRefusal.Stale));
    }
}
