using System.Text;

namespace Sessions.Web.Uploads;

/// <summary>What a sender says about a file: keys, each with a value in Base64, as the header of the tus protocol has them.</summary>
internal sealed class TusMetadata
{
    private const int Longest = 4096;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private TusMetadata()
    {
    }

    /// <summary>As the sender calls the file.</summary>
    public string? Name => this["filename"] ?? this["name"];

    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <returns>Null for what is no such header, or too long.</returns>
    public static TusMetadata? Read(string header)
    {
        if (header.Length > Longest) return null;
        var metadata = new TusMetadata();
        if (header.Length == 0) return metadata;
        foreach (var pair in header.Split(',').Select(pair => pair.Trim(' ').Split(' ')))
        {
            if (pair is not [{ Length: > 0 } key, ..] || pair.Length > 2 || !key.All(c => c is > ' ' and <= '~')) return null;
            if (Decode(pair.Length > 1 ? pair[1] : "") is not { } value || !metadata._values.TryAdd(key, value)) return null;
        }
        return metadata;
    }

    private static string? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
