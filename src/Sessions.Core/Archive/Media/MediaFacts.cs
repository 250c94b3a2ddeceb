using System.Globalization;
using System.Text.Json;

namespace Sessions.Archive.Media;

/// <summary>What is in a file.</summary>
/// <param name="Length">In seconds; null where the file does not say, as what a browser recorded often does not.</param>
/// <param name="Picture">Number of its moving picture; null for sound alone. A cover in a sound file is none.</param>
/// <param name="Sound">Number of its sound.</param>
/// <param name="Channels">Of the sound that is made of it: one or two.</param>
/// <param name="IsPlainSound">Is AAC already as every player takes it, and needs only to be lifted out.</param>
public sealed record MediaFacts(double? Length, int? Picture, int? Width, int? Height, int? Sound, int Channels, bool IsPlainSound)
{
    /// <summary>More is a fault of the file, or a joke.</summary>
    private const double LongestLength = 48 * 3600;

    private const int WidestPicture = 16_384;
    private const long MostBits = 200_000;

    public bool HasSound => Sound is not null;

    public int? Seconds => Length is { } length ? Math.Max(1, (int)Math.Round(length)) : null;

    /// <summary>Null for what is no answer of the tool, or names nothing that plays.</summary>
    /// <param name="json">As ffprobe writes it.</param>
    public static MediaFacts? Read(string json)
    {
        try
        {
            using var said = JsonDocument.Parse(json, new() { MaxDepth = 16 });
            if (said.RootElement.ValueKind != JsonValueKind.Object) return null;
            var streams = said.RootElement.TryGetProperty("streams", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().ToList() : [];
            var picture = streams.FirstOrDefault(s => Text(s, "codec_type") == "video" && !IsCover(s));
            var sound = streams.FirstOrDefault(s => Text(s, "codec_type") == "audio");
            var length = said.RootElement.TryGetProperty("format", out var format) ? Number(format, "duration") : null;
            if (Index(picture) is null && Index(sound) is null) return null;
            return new(length is > 0 and <= LongestLength ? length : null, Index(picture), Side(picture, "width"), Side(picture, "height"), Index(sound), (int)Math.Clamp(Number(sound, "channels") ?? 1, 1, 2), IsPlain(sound));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsPlain(JsonElement sound) => Text(sound, "codec_name") == "aac" && Text(sound, "profile") == "LC"
        && Number(sound, "channels") is 1 or 2 && Number(sound, "bit_rate") is > 0 and <= MostBits;

    private static bool IsCover(JsonElement stream) => stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") is > 0;

    private static int? Index(JsonElement stream) => Number(stream, "index") is >= 0 and < 1000 and { } index ? (int)index : null;

    private static int? Side(JsonElement stream, string name) => Number(stream, name) is >= 1 and <= WidestPicture and { } side ? (int)side : null;

    private static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Some of its figures are texts.</summary>
    private static double? Number(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number) return value.GetDouble();
        return value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
