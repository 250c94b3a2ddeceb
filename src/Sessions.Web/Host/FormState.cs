using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sessions.Web.Host;

/// <summary>The fields of a form as text, for the drafts of <see cref="Drafted{T}"/>.</summary>
public static class FormState
{
    // Tuples have fields; what is computed from other fields is not kept twice.
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true, IgnoreReadOnlyProperties = true };

    public static string Write<T>(T fields) => JsonSerializer.Serialize(fields, Options);

    /// <summary>False for what an older version of the form wrote.</summary>
    public static bool TryRead<T>(string text, out T? fields)
    {
        try
        {
            fields = JsonSerializer.Deserialize<T>(text, Options);
            return fields is not null;
        }
        catch (JsonException)
        {
            fields = default;
            return false;
        }
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
