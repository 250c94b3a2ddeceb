using System.Globalization;
using System.Text;
using System.Text.Json;
using Sessions.Archive.Captions;
using Sessions.Tests.Support;

namespace Sessions.Tests.Views;

/// <summary>What spoken-questions.json holds: captions that were made up, and what they are asked.</summary>
internal sealed record SpokenQuestions(IReadOnlyList<string> Others, IReadOnlyList<SpokenSession> Sessions, IReadOnlyList<SpokenQuestion> Questions)
{
    private const int Every = 20;

    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static SpokenQuestions Read() => JsonSerializer.Deserialize<SpokenQuestions>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Sessions.Tests/Views/spoken-questions.json")), Camel)!;

    /// <summary>Its own lines at their time, and half an hour of the others between them, each session beginning with another one.</summary>
    public IReadOnlyList<Cue> Captions(int session)
    {
        var said = Sessions[session].Said.ToDictionary(line => Seconds(line.Key), line => line.Value);
        for (var n = 0; n < 30 * 60 / Every; n++) said.TryAdd(n * Every, Others[(n + session) % Others.Count]);
        var text = new StringBuilder();
        foreach (var (at, line) in said.OrderBy(line => line.Key)) text.Append(CultureInfo.InvariantCulture, $"{at / 60}:{at % 60:00} {line}\n");
        return CaptionReader.Read(text.ToString()).Cues;
    }

    private static int Seconds(string time) => time.Split(':') is [var minutes, var seconds] ? (int.Parse(minutes, CultureInfo.InvariantCulture) * 60) + int.Parse(seconds, CultureInfo.InvariantCulture) : throw new FormatException(time);
}

/// <param name="Said">By time.</param>
internal sealed record SpokenSession(string Slug, IReadOnlyDictionary<string, string> Said);

/// <param name="Right">"series/session" of each session that has to stand among the first three; empty where there is no answer.</param>
/// <param name="At">Seconds that the hit has to lead to; null where the answer is not in what was said.</param>
internal sealed record SpokenQuestion(string Kind, string Words, IReadOnlyList<string> Right, int? At);
