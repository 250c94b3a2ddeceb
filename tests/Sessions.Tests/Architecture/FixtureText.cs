using System.Globalization;

namespace Sessions.Tests.Architecture;

/// <summary>
/// Fixture files: a line <c>=== PATH</c> begins a file; <c>=== PATH x 251</c> repeats what follows 251 times,
/// and <c>=== PATH x 61 x 10</c> makes ten such files.
/// </summary>
internal static class FixtureText
{
    public static IEnumerable<SourceFile> Read(IEnumerable<string> lines)
    {
        string? head = null;
        var body = new List<string>();
        foreach (var line in lines.Append("=== "))
        {
            if (!line.StartsWith("=== ", StringComparison.Ordinal))
            {
                body.Add(line);
                continue;
            }

            foreach (var file in head is null ? [] : Make(head.Split(" x "), body))
                yield return file;
            (head, body) = (line[4..], []);
        }
    }

    private static IEnumerable<SourceFile> Make(string[] head, List<string> body)
    {
        var text = string.Join('\n', Enumerable.Repeat(string.Join('\n', body), Count(head, 1)));
        return Enumerable.Range(1, Count(head, 2)).Select(number => new SourceFile(head[0].Replace("#", $"{number}", StringComparison.Ordinal), text + "\n"));
    }

    private static int Count(string[] head, int at) => head.Length > at ? int.Parse(head[at], CultureInfo.InvariantCulture) : 1;
}
