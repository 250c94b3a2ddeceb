using System.Text.Json;
using Sessions.Tests.Support;

namespace Sessions.Tests.Views;

/// <summary>One line of search-questions.json, which was written before the search.</summary>
/// <param name="Right">"series/session" of each session that has to stand among the first three; empty where there is no answer.</param>
internal sealed record SearchQuestion(string Kind, string Words, IReadOnlyList<string> Right)
{
    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyList<SearchQuestion> ReadAll() => JsonSerializer.Deserialize<List<SearchQuestion>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Sessions.Tests/Views/search-questions.json")), Camel)!;
}
