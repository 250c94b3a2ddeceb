using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Web.Public;

/// <summary>
/// What a page says, for machines (schema.org as JSON-LD). The block is data and never runs; the serializer writes every sign that
/// could end it as an escape.
/// </summary>
internal static class JsonLd
{
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>");

    private static readonly JsonSerializerOptions Plain = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static MarkupString Block(JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");
        return new($"""<script type="application/ld+json">{thing.ToJsonString(Plain)}</script>""");
    }

    /// <summary>Without what is null.</summary>
    public static JsonObject Thing(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in properties)
            if (value is not null and not JsonArray { Count: 0 }) thing[name] = value;
        return thing;
    }

    public static JsonArray List(IEnumerable<JsonNode?> things) => [.. things];

    /// <summary>As exactly as it is known; null where not even the month is.</summary>
    public static string? Start(SessionTime when) => when switch
    {
        { Start: { } start } => At(start, when.Zone),
        { Precision: Precision.Days, Date: { } day } => Times.Iso(day),
        { Precision: Precision.Month, Date: { } day } => Times.Iso(day)[..7],
        _ => null,
    };

    public static string? End(SessionTime when) => when switch
    {
        { End: { } end } => At(end, when.Zone),
        { Precision: Precision.Days, LastDate: { } day } => Times.Iso(day),
        _ => null,
    };

    /// <summary>A local time with its offset.</summary>
    public static string At(LocalDateTime local, string zone) => At(SessionClock.InZone(local, zone), zone);

    private static string At(Instant at, string zone) => Moment.Format(at.InZone(SessionClock.Zone(zone)).ToOffsetDateTime());
}
