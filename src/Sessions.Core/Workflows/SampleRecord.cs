using System.Text.Json;

namespace Sessions.Workflows;

/// <summary>The files of samples/, as they stand there.</summary>
internal sealed record SampleRecord(IReadOnlyList<SampleSession> Sessions, IReadOnlyList<SampleSession> SisterSeriesSessions)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public IEnumerable<SampleSession> All => Sessions.Concat(SisterSeriesSessions);

    public static SampleRecord Read() => Read<SampleRecord>("samples/odsl-sessions.json", Snake);

    public static SampleSeriesFile ReadSeries() => Read<SampleSeriesFile>("samples/series.json", Camel);

    public static Stream OpenRecording() => Open("samples/recording.mp4");

    private static T Read<T>(string name, JsonSerializerOptions options)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, options)!;
    }

    private static Stream Open(string name) => typeof(SampleRecord).Assembly.GetManifestResourceStream(name)!;
}

internal sealed record SampleSession(
    string Id,
    int? Number,
    string? Title,
    string? Theme,
    string? Date,
    string? DateEnd,
    string? DatePrecision,
    string? NotAfter,
    string? StartLocal,
    string? EndLocal,
    string Timezone,
    IReadOnlyList<SampleSpeaker> Speakers,
    string? RecordingUrl,
    string? RecapUrl,
    string? RecapDate,
    IReadOnlyList<string> ResourceUrls,
    IReadOnlyList<string>? Sponsors,
    string Status);

internal sealed record SampleSpeaker(string Name, string? Role, string? Organisation, string? TalkTitle);

internal sealed record SampleSeriesFile(IReadOnlyList<SampleSeries> Record, SampleTryOut TryItOut);

/// <param name="Ids">The ids of its sessions begin with this.</param>
internal sealed record SampleSeries(string Slug, string Name, string Ids, string? Hashtag, string Aim, int Hue, string Start, int? Capacity, string? Figures);

internal sealed record SampleTryOut(string Slug, string Name, string Aim, int Hue, string Start, string Zone, string Rule, string Announcement,
    IReadOnlyList<string> Titles, IReadOnlyList<int> Capacities, string Held);
