using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Sessions.Scheduling;

namespace Sessions.Workflows;

/// <summary>Everything a change touched, before and after it, as <see cref="UndoStep.Before"/> keeps it.</summary>
internal sealed record UndoImages(IReadOnlyList<SessionPair> Sessions, SeriesPair? Series, TalkImage? Talk)
{
    private static readonly JsonSerializerOptions Terms = new()
    {
        Converters =
        {
            new As<Instant>(InstantPattern.ExtendedIso), new As<LocalDate>(LocalDatePattern.Iso), new As<LocalTime>(LocalTimePattern.ExtendedIso),
            new As<LocalDateTime>(LocalDateTimePattern.ExtendedIso), new DateListAsText(),
        },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Terms);

    public static UndoImages Parse(string json) => JsonSerializer.Deserialize<UndoImages>(json, Terms)!;

    private sealed class As<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }

    private sealed class DateListAsText : JsonConverter<DateList>
    {
        public override DateList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => DateList.Parse(reader.GetString())!;

        public override void Write(Utf8JsonWriter writer, DateList value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

internal sealed record SessionPair(SessionImage Before, SessionImage After);

internal sealed record SeriesPair(SeriesImage Before, SeriesImage After);

/// <param name="Position">Among the speakers of the old session.</param>
/// <param name="FromOrder">The running order of the old session.</param>
internal sealed record TalkImage(Guid MoveId, Guid AppearanceId, Guid From, Guid To, int Position, IReadOnlyList<RunningOrderLine> FromOrder, IReadOnlyList<RunningOrderLine> ToOrder);
